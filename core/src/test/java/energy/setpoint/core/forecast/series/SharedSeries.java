package energy.setpoint.core.forecast.series;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Series from the data beside the project, which is not shipped with it. */
record SharedSeries(Path folder) {

  private static final int CHARGING_WATTS = 6_600;
  private static final int SECONDS_PER_HOUR = 3600;

  static SharedSeries besideTheProject() {
    Path root = Path.of("").toAbsolutePath();
    Path beside = root.resolveSibling("shared");
    Path shared = Files.exists(beside) ? beside : root.getParent().resolveSibling("shared");
    return new SharedSeries(shared.resolve("data"));
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /**
   * @param scale from the file's unit to watts
   */
  double[] column(String name, int column, double scale) throws IOException {
    return rows(name).stream()
        .mapToDouble(row -> Double.parseDouble(row[column]) * scale)
        .toArray();
  }

  /** Hourly means, when each vehicle charges from its arrival on until it has what it took. */
  double[] charging(String name, int energy, int arrival, Instant start, int days)
      throws IOException {
    double[] watts = new double[24 * days];
    for (String[] row : rows(name)) {
      double wattHours = Double.parseDouble(row[energy]) * 1000;
      long second = instant(row[arrival]).getEpochSecond() - start.getEpochSecond();
      charge(watts, second, wattHours);
    }
    return watts;
  }

  private static void charge(double[] watts, long from, double wattHours) {
    long second = from;
    double left = wattHours;
    while (left > 0) {
      int hour = Math.toIntExact(Math.floorDiv(second, SECONDS_PER_HOUR));
      long end = (hour + 1L) * SECONDS_PER_HOUR;
      double taken = Math.min(left, CHARGING_WATTS * (end - second) / (double) SECONDS_PER_HOUR);
      if (hour >= 0 && hour < watts.length) {
        watts[hour] += taken;
      }
      left -= taken;
      second = end;
    }
  }

  /** One of the files prints the year 2014 as 0014, and a blank for the T. */
  private static Instant instant(String text) {
    String whole = text.replaceFirst("^0", "2").replace(' ', 'T');
    return Instant.parse(whole.endsWith("Z") ? whole : whole + "Z");
  }

  private List<String[]> rows(String name) throws IOException {
    return Files.readAllLines(file(name)).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .toList();
  }
}
