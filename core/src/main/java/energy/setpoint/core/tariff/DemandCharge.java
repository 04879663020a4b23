package energy.setpoint.core.tariff;

/**
 * A price on the highest mean import power of any metering interval of a calendar month.
 *
 * @param perKilowatt in the site's currency per kW and month, at least 0
 * @param meteringMinutes length of the interval over which import is averaged, above 0
 */
public record DemandCharge(double perKilowatt, int meteringMinutes) {

  public DemandCharge {
    if (!(perKilowatt >= 0) || meteringMinutes <= 0) {
      throw new IllegalArgumentException(
          "A demand charge takes a price of at least 0 per kW and an interval above 0 min, not "
              + perKilowatt
              + " and "
              + meteringMinutes
              + ".");
    }
  }
}
