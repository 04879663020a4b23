package energy.setpoint.app.replay;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.tariff.Tariff;
import energy.setpoint.simulation.world.FuseAuditor;
import energy.setpoint.simulation.world.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;

/** Several ways to serve the same vehicles, in one table. */
record ComparisonReport(
    String site,
    ZoneId zone,
    Tariff tariff,
    YearMonth lastMonth,
    ReplayPlan plan,
    Comparison.Outcome outcome) {

  static final String FORESIGHT = "perfect foresight";

  /**
   * One way.
   *
   * @param deliveredPercent of what would be feasible if no fuse were in the way
   * @param abovePercent how much more it costs than the cheapest plan for somebody who knew
   *     everything
   * @param aboveSamePercent the same against the cheapest plan for the energy that was delivered
   * @param peakKw highest mean of a metering interval
   * @param fuseSeconds how long the worst fuse was exceeded
   * @param changesPerHour changes of the limit for each hour that a vehicle was connected
   * @param planMillis mean time of a plan; 0 where there was none
   * @param longestPlanMillis the longest
   */
  record Row(
      String name,
      double deliveredPercent,
      double energyCost,
      double demandCost,
      double abovePercent,
      double aboveSamePercent,
      double peakKw,
      double fuseSeconds,
      double changesPerHour,
      double planMillis,
      double longestPlanMillis) {

    double total() {
      return energyCost + demandCost;
    }
  }

  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    rows.add(foresight());
    outcome.scores().forEach(score -> rows.add(row(score)));
    return rows;
  }

  private Row foresight() {
    Plan best = outcome.foresight();
    double missing = best.shortfalls().stream().mapToDouble(s -> s.missing().wattHours()).sum();
    double delivered = 100 * (1 - missing / plan.feasible().wattHours());
    double energy = best.cost().energyImport() - best.cost().energyExport();
    double millis = best.report().elapsed().toMillis();
    return new Row(
        FORESIGHT,
        delivered,
        energy,
        best.cost().total() - energy,
        0,
        0,
        best.gridPower().highest().kilowatts(),
        0,
        0,
        millis,
        millis);
  }

  private Row row(Replay.Score score) {
    LoadCurve load = score.result().load();
    double energy = load.energyCost(tariff);
    double demand = load.demandCost(tariff, zone, lastMonth);
    double best = outcome.foresight().cost().total();
    Plan forTheSame = outcome.forTheSame().getOrDefault(score.name(), outcome.foresight());
    return new Row(
        score.name(),
        100 * delivered(score).wattHours() / plan.feasible().wattHours(),
        energy,
        demand,
        100 * ((energy + demand) / best - 1),
        100 * ((energy + demand) / forTheSame.cost().total() - 1),
        load.peak().kilowatts(),
        secondsAbove(score.result().fuses()),
        score.limitChanges() / connectedHours(),
        score.plans().meanMillis(),
        score.plans().longestMillis());
  }

  /** A few watt-hours more than a vehicle wanted do not make up for what another one misses. */
  private static Energy delivered(Replay.Score score) {
    return score.result().visits().stream()
        .map(result -> result.imported().min(ReplayPlan.feasible(result.visit())))
        .reduce(Energy.ZERO, Energy::plus);
  }

  private double connectedHours() {
    return plan.visits().stream()
        .map(Visit::stay)
        .mapToDouble(stay -> stay.length().toMillis() / 3_600_000.0)
        .sum();
  }

  private static double secondsAbove(List<FuseAuditor.Finding> fuses) {
    return fuses.stream()
        .map(FuseAuditor.Finding::above)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO)
        .toSeconds();
  }

  /** For a terminal and for Markdown alike, without a line end. */
  String table() {
    String currency = tariff.currency().getCurrencyCode();
    List<List<String>> lines = new ArrayList<>();
    lines.add(
        List.of(
            "",
            "delivered %",
            "energy " + currency,
            "demand " + currency,
            "total " + currency,
            "above foresight %",
            "for the same energy %",
            "peak kW",
            "fuse exceeded s",
            "changes per vehicle h",
            "plan ms (longest)"));
    rows().forEach(row -> lines.add(cells(row)));
    return aligned(lines);
  }

  /** Mean power in kilowatts for each metering interval, a column for each way. */
  String curves() {
    StringBuilder csv = new StringBuilder("start," + FORESIGHT);
    outcome.scores().forEach(score -> csv.append(",").append(score.name()));
    Plan best = outcome.foresight();
    List<NavigableMap<Instant, Power>> loads =
        outcome.scores().stream().map(score -> score.result().load().powers()).toList();
    for (Instant start : loads.getFirst().keySet()) {
      csv.append(System.lineSeparator()).append(start);
      csv.append(number(",%.3f", best.gridPower().at(start).kilowatts()));
      for (NavigableMap<Instant, Power> load : loads) {
        csv.append(number(",%.3f", load.getOrDefault(start, Power.ZERO).kilowatts()));
      }
    }
    return csv.append(System.lineSeparator()).toString();
  }

  private static List<String> cells(Row row) {
    boolean plans = row.planMillis() > 0;
    return List.of(
        row.name(),
        number("%.2f", row.deliveredPercent()),
        number("%,.2f", row.energyCost()),
        number("%,.2f", row.demandCost()),
        number("%,.2f", row.total()),
        number("%+.1f", row.abovePercent()),
        number("%+.1f", row.aboveSamePercent()),
        number("%.1f", row.peakKw()),
        number("%,.0f", row.fuseSeconds()),
        number("%.2f", row.changesPerHour()),
        plans
            ? String.format(Locale.ROOT, "%.1f (%,.0f)", row.planMillis(), row.longestPlanMillis())
            : "-");
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private static String aligned(List<List<String>> lines) {
    int columns = lines.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> line : lines) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      text.append(line(lines.get(i), widths));
      if (i == 0) {
        text.append(rule(widths));
      }
    }
    return text.toString().stripTrailing();
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder text = new StringBuilder("|");
    for (int i = 0; i < widths.length; i++) {
      String padding = " ".repeat(widths[i] - cells.get(i).length());
      text.append(i == 0 ? " " + cells.get(i) + padding : " " + padding + cells.get(i));
      text.append(" |");
    }
    return text.append(System.lineSeparator()).toString();
  }

  private static String rule(int[] widths) {
    StringBuilder text = new StringBuilder("|");
    for (int i = 0; i < widths.length; i++) {
      text.append(" ").append("-".repeat(widths[i])).append(i == 0 ? " |" : ":|");
    }
    return text.append(System.lineSeparator()).toString();
  }
}
