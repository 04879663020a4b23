package energy.setpoint.optimizer.model;

import energy.setpoint.optimizer.linear.Terms;

/**
 * What flows through one phase of a circuit in one step, in kilowatts: what its devices take, less
 * what they give. Both are sums of columns, at least 0, besides what is fixed.
 *
 * @param taking what devices take
 * @param giving what storages and curtailable inverters give
 * @param loadKw taken by what nobody controls
 * @param sunKw given by inverters that nothing holds back, at least 0
 */
public record Flow(Part taking, Part giving, double loadKw, double sunKw) {

  static final Flow NOTHING = new Flow(Part.NOTHING, Part.NOTHING, 0, 0);

  /**
   * A sum of columns with what it can be.
   *
   * @param idle when every storage rests and every inverter that can hold back does
   */
  public record Part(Terms terms, double least, double idle, double most) {

    /** What nobody contributes to. */
    public static final Part NOTHING = new Part(new Terms(), 0, 0, 0);

    /** Both together. */
    public Part and(Part other) {
      Terms sum = new Terms().plus(terms, 1).plus(other.terms, 1);
      return new Part(sum, least + other.least, idle + other.idle, most + other.most);
    }
  }

  /** This and another together; a column may then occur more than once. */
  Flow and(Flow other) {
    return new Flow(
        taking.and(other.taking),
        giving.and(other.giving),
        loadKw + other.loadKw,
        sunKw + other.sunKw);
  }

  /** The columns of "taken, less a share of what is given", without what is fixed. */
  public Terms net(double credit) {
    return new Terms().plus(taking.terms(), 1).plus(giving.terms(), -credit);
  }

  /** The columns of "given, less what is taken", without what is fixed. */
  public Terms negative() {
    return new Terms().plus(giving.terms(), 1).plus(taking.terms(), -1);
  }

  /** What is fixed of {@link #net}. */
  public double fixedKw(double credit) {
    return loadKw - credit * sunKw;
  }
}
