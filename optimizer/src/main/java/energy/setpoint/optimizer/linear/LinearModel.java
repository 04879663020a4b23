package energy.setpoint.optimizer.linear;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A linear program: columns with bounds, some of which may have to be whole numbers, and rows over
 * them. It holds no objective; that is given to the solver, because one program is solved for
 * several goals in turn. Names are kept as their parts and put together only when somebody reads
 * them.
 */
public final class LinearModel {

  private final Labels columnLabels = new Labels();
  private final Labels rowLabels = new Labels();
  private final BitSet whole = new BitSet();
  private double[] lower = new double[256];
  private double[] upper = new double[256];
  private final Rows rows = new Rows();
  private final Merging merging = new Merging();

  /**
   * Adds a column.
   *
   * @param what and the next two name it: "charge", "vehicle van", 3
   * @param step -1 for none
   * @param lower at most {@code upper}; may be minus infinity
   * @param upper may be infinity
   */
  public Variable variable(String what, String of, int step, double lower, double upper) {
    int index = columnLabels.add(what, of, step);
    if (index == this.lower.length) {
      this.lower = Arrays.copyOf(this.lower, index * 2);
      this.upper = Arrays.copyOf(this.upper, index * 2);
    }
    Variable variable = new Variable(index);
    bound(variable, lower, upper);
    return variable;
  }

  /** Adds a column that belongs to no step. */
  public Variable variable(String name, double lower, double upper) {
    return variable(name, "", -1, lower, upper);
  }

  /** Adds a column like one of another program, and returns its index. */
  int copyColumn(LinearModel other, int column) {
    Labels labels = other.columnLabels;
    return variable(
            labels.what(column),
            labels.of(column),
            labels.step(column),
            other.lower[column],
            other.upper[column])
        .index();
  }

  /** Adds a column that is 0 or 1. */
  public Variable binary(String what, String of, int step) {
    Variable variable = variable(what, of, step, 0, 1);
    whole.set(variable.index());
    return variable;
  }

  /** Adds a column that is a whole number from 0 to a most. */
  public Variable whole(String what, String of, int step, int most) {
    Variable variable = variable(what, of, step, 0, most);
    whole.set(variable.index());
    return variable;
  }

  /** Replaces the bounds of a column. */
  public void bound(Variable variable, double lower, double upper) {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException(
          name(variable.index()) + " cannot lie between " + lower + " and " + upper + ".");
    }
    this.lower[variable.index()] = lower;
    this.upper[variable.index()] = upper;
  }

  public void atMost(String subject, int step, Terms terms, double upper) {
    row(subject, step, Double.NEGATIVE_INFINITY, terms, upper);
  }

  public void atLeast(String subject, int step, Terms terms, double lower) {
    row(subject, step, lower, terms, Double.POSITIVE_INFINITY);
  }

  public void equal(String subject, int step, Terms terms, double value) {
    row(subject, step, value, terms, value);
  }

  /**
   * Adds a row and returns its index.
   *
   * @param step -1 for none
   * @throws IllegalArgumentException when a variable occurs twice in it or its bounds are crossed
   */
  public int row(String subject, int step, double lower, Terms terms, double upper) {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException(
          "Row " + subject + " cannot lie between " + lower + " and " + upper + ".");
    }
    int index = rowLabels.add(subject, "", step);
    int twice = rows.add(lower, terms, upper);
    if (twice >= 0) {
      throw new IllegalArgumentException(name(twice) + " occurs twice in " + rowName(index) + ".");
    }
    return index;
  }

  /** The same sum with every variable at most once. */
  public Terms merged(Terms terms) {
    return merging.of(terms);
  }

  /** The number of columns. */
  public int columns() {
    return columnLabels.size();
  }

  /** The number of rows. */
  public int rows() {
    return rowLabels.size();
  }

  /** The number of factors in all rows together. */
  public int entries() {
    return rows.start(rows());
  }

  /** Where a row's entries begin; those of row {@code rows()} would begin at {@link #entries()}. */
  public int start(int row) {
    return rows.start(row);
  }

  /** The column of an entry. */
  public int column(int entry) {
    return rows.column(entry);
  }

  /** The factor of an entry. */
  public double factor(int entry) {
    return rows.factor(entry);
  }

  public double rowLower(int row) {
    return rows.lower(row);
  }

  public double rowUpper(int row) {
    return rows.upper(row);
  }

  public double lower(int column) {
    return lower[column];
  }

  public double upper(int column) {
    return upper[column];
  }

  public double lower(Variable variable) {
    return lower[variable.index()];
  }

  public double upper(Variable variable) {
    return upper[variable.index()];
  }

  /** Whether a column has to be a whole number. */
  public boolean isWhole(int column) {
    return whole.get(column);
  }

  /** "charge[vehicle van,3]". */
  public String name(int column) {
    return columnLabels.inBrackets(column);
  }

  /** Whose column it is: "vehicle van"; empty when nobody's. */
  public String owner(int column) {
    return columnLabels.of(column);
  }

  /** "fuse L1 of circuit west @3". */
  public String rowName(int row) {
    return rowLabels.atStep(row);
  }

  /** What a row is about, without its step. */
  public String subject(int row) {
    return rowLabels.what(row);
  }

  /** The step that a row is about, or -1. */
  public int step(int row) {
    return rowLabels.step(row);
  }

  /** The value of a row's sum. */
  public double activity(int row, double[] values) {
    return rows.activity(row, values);
  }

  /** The program in words, one line for each column and row; for tests and for people. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < columns(); i++) {
      text.append(lower[i] + " <= " + name(i) + " <= " + upper[i]);
      text.append(isWhole(i) ? ", whole\n" : "\n");
    }
    for (int row = 0; row < rows(); row++) {
      text.append(rowName(row) + ": " + rowLower(row) + " <=");
      for (int entry = start(row); entry < start(row + 1); entry++) {
        text.append(" + " + factor(entry) + " " + name(column(entry)));
      }
      text.append(" <= " + rowUpper(row) + "\n");
    }
    return text.toString();
  }
}
