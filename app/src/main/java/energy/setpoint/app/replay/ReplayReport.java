package energy.setpoint.app.replay;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.tariff.Tariff;
import energy.setpoint.simulation.world.FuseAuditor;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * What a replay has shown, beside the same vehicles charging without control.
 *
 * @param lastMonth of arrivals, the last that is billed
 * @param feasible the most that could be delivered if no fuse were in the way
 */
record ReplayReport(
    String site,
    ZoneId zone,
    Tariff tariff,
    YearMonth lastMonth,
    Energy feasible,
    ReplayRun.Result uncontrolled,
    ReplayRun.Result setpoint) {

  /** One line of the comparison. */
  record Row(String figure, String uncontrolled, String setpoint, String change) {}

  List<Row> rows() {
    String currency = tariff.currency().getCurrencyCode();
    return List.of(
        row(
            "energy delivered (kWh)",
            uncontrolled.delivered().kilowattHours(),
            setpoint.delivered().kilowattHours()),
        row(
            "of what was feasible (%)",
            share(uncontrolled.delivered()), share(setpoint.delivered())),
        row(
            "energy cost (" + currency + ")",
            uncontrolled.load().energyCost(tariff),
            setpoint.load().energyCost(tariff)),
        row(
            "demand charge (" + currency + ")",
            uncontrolled.load().demandCost(tariff, zone, lastMonth),
            setpoint.load().demandCost(tariff, zone, lastMonth)),
        row("total cost (" + currency + ")", cost(uncontrolled), cost(setpoint)),
        row(
            "peak, mean of " + uncontrolled.load().interval().toMinutes() + " min (kW)",
            uncontrolled.load().peak().kilowatts(),
            setpoint.load().peak().kilowatts()),
        row(
            "time above a fuse (s)",
            secondsAbove(uncontrolled.fuses()),
            secondsAbove(setpoint.fuses())));
  }

  double cost(ReplayRun.Result result) {
    return result.load().energyCost(tariff) + result.load().demandCost(tariff, zone, lastMonth);
  }

  private double share(Energy delivered) {
    return feasible.wattHours() == 0 ? 100 : 100 * delivered.wattHours() / feasible.wattHours();
  }

  private static double secondsAbove(List<FuseAuditor.Finding> fuses) {
    return fuses.stream()
        .map(FuseAuditor.Finding::above)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO)
        .toSeconds();
  }

  private static Row row(String figure, double before, double after) {
    String change =
        before == 0 ? "" : String.format(Locale.ROOT, "%+.1f %%", 100 * (after - before) / before);
    return new Row(figure, number(before), number(after), change);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%,.2f", value);
  }

  /** The comparison as a table for a terminal, without a line end. */
  String table() {
    StringBuilder text = new StringBuilder();
    text.append(line(new Row("", "uncontrolled", "setpoint", "change")));
    rows().forEach(row -> text.append(line(row)));
    return text.toString().stripTrailing();
  }

  private static String line(Row row) {
    return String.format(
            Locale.ROOT,
            "  %-30s %14s %14s %10s",
            row.figure(),
            row.uncontrolled(),
            row.setpoint(),
            row.change())
        + System.lineSeparator();
  }
}
