package energy.setpoint.core.quantity;

/**
 * Price of energy in the site's currency per kilowatt-hour; negative when taking energy is paid.
 *
 * @param perKilowattHour finite
 */
public record EnergyPrice(double perKilowattHour) {

  public static final EnergyPrice FREE = new EnergyPrice(0);

  public EnergyPrice {
    if (!Double.isFinite(perKilowattHour)) {
      throw new IllegalArgumentException(
          "Energy price must be finite, but is " + perKilowattHour + " per kWh.");
    }
  }

  public static EnergyPrice ofKilowattHour(double perKilowattHour) {
    return new EnergyPrice(perKilowattHour);
  }

  public static EnergyPrice ofMegawattHour(double perMegawattHour) {
    return new EnergyPrice(perMegawattHour / 1000);
  }

  /** In the site's currency. */
  public double costOf(Energy energy) {
    return perKilowattHour * energy.kilowattHours();
  }
}
