package energy.setpoint.simulation.station.tariff;

/** An amount of money without and with taxes, in the currency of a tariff. */
public record Cost(double exclTax, double inclTax) {

  public static final Cost ZERO = new Cost(0, 0);

  Cost plus(Cost other) {
    return new Cost(exclTax + other.exclTax, inclTax + other.inclTax);
  }

  Cost plus(double price, Component component) {
    return new Cost(exclTax + price, inclTax + Tax.included(price, component.taxes()));
  }
}
