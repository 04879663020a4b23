package energy.setpoint.app.config.tariff;

import energy.setpoint.app.config.csv.CsvRow;
import energy.setpoint.app.config.csv.CsvTable;
import energy.setpoint.app.config.document.Kind;
import energy.setpoint.app.config.document.Problems;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.tariff.FlatPrice;
import energy.setpoint.core.tariff.PriceRule;
import energy.setpoint.core.tariff.PriceSeries;
import energy.setpoint.core.tariff.Tariff;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Prices in a CSV file, one slot in each line. Columns that are not named are recognised: a time
 * whose name has {@code time}, {@code start} or {@code date}, and a price whose name ends in {@code
 * per_mwh} or {@code per_kwh}.
 */
final class PriceCsv {

  static final Kind<Unit> UNIT =
      Kind.of("perMwh or perKwh", Unit.PER_MWH, text -> Unit.valueOf(underscored(text)));

  /** What a price in the file stands for. */
  enum Unit {
    PER_MWH,
    PER_KWH;

    double perKwh(double price) {
      return this == PER_MWH ? price / 1000 : price;
    }
  }

  /**
   * @param zone of times without a zone
   * @param only lines in which these columns have these values; all when empty
   */
  record Columns(
      Optional<String> time,
      Optional<String> price,
      Optional<Unit> unit,
      ZoneId zone,
      Optional<Duration> slot,
      Map<String, String> only) {}

  private final String file;
  private final Columns columns;
  private final Problems problems;

  PriceCsv(String file, Columns columns, Problems problems) {
    this.file = file;
    this.columns = columns;
    this.problems = problems;
  }

  /** True when the first line is a header of several columns rather than YAML or JSON. */
  static boolean looksLikeCsv(String text) {
    String first =
        text.lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .findFirst()
            .orElse("");
    return first.matches("[^:{\\[]*[,;\\t][^:{\\[]*");
  }

  /**
   * A tariff that consists of the prices alone; the price column's name may begin with a currency.
   */
  static Optional<Tariff> tariff(String file, String text, ZoneId zone, Problems problems) {
    Columns recognised =
        new Columns(
            Optional.empty(), Optional.empty(), Optional.empty(), zone, Optional.empty(), Map.of());
    Currency currency =
        CsvTable.parse(text).header().stream()
            .filter(PriceCsv::isPrice)
            .map(name -> name.substring(0, 3).toUpperCase(Locale.ROOT))
            .flatMap(code ->
                Currency.getAvailableCurrencies().stream()
                    .filter(c -> c.getCurrencyCode().equals(code)))
            .findFirst()
            .orElse(TariffSection.CURRENCY.placeholder());
    return new PriceCsv(file, recognised, problems)
        .read(text, Markup.NONE)
        .map(prices ->
            new Tariff(currency, prices, new FlatPrice(EnergyPrice.FREE), Optional.empty()));
  }

  /** The prices, or nothing and problems. */
  Optional<PriceRule> read(String text, Markup markup) {
    CsvTable table = CsvTable.parse(text);
    Optional<String> time = column(table, "time", columns.time(), PriceCsv::isTime);
    Optional<String> price = column(table, "price", columns.price(), PriceCsv::isPrice);
    if (time.isEmpty() || price.isEmpty()) {
      return Optional.empty();
    }
    Unit unit = columns.unit().orElseGet(() -> unitOf(price.get()));
    NavigableMap<Instant, EnergyPrice> slots = new TreeMap<>();
    LocalTimes times = new LocalTimes(columns.zone());
    int wrong = 0;
    for (CsvRow row : table.rows()) {
      if (isWanted(row) && !put(slots, row, time.get(), price.get(), times, unit, markup)) {
        wrong++;
      }
    }
    if (slots.isEmpty() || wrong > 0) {
      problems.add(file, 0, wrong + " of " + table.rows().size() + " lines hold no usable price.");
      return Optional.empty();
    }
    return Optional.of(new PriceSeries(slots, columns.slot().orElseGet(() -> slotLength(slots))));
  }

  private boolean put(
      Map<Instant, EnergyPrice> slots,
      CsvRow row,
      String timeColumn,
      String priceColumn,
      LocalTimes times,
      Unit unit,
      Markup markup) {
    try {
      Instant start = times.parse(row.get(timeColumn));
      double price = unit.perKwh(Double.parseDouble(row.get(priceColumn)));
      if (slots.putIfAbsent(start, markup.on(price)) == null) {
        return true;
      }
      problems.add(
          file,
          row.line(),
          "there is a second price for "
              + start
              + ". Maybe the file holds several series; choose one in a tariff file with \"only\".");
    } catch (RuntimeException wrong) {
      problems.add(
          file, row.line(), "expected a time and a price, but " + wrong.getMessage() + ".");
    }
    return false;
  }

  private Optional<String> column(
      CsvTable table, String what, Optional<String> named, Predicate<String> recognise) {
    Optional<String> found =
        table.header().stream()
            .filter(name -> named.map(name::equals).orElseGet(() -> recognise.test(name)))
            .findFirst();
    if (found.isEmpty()) {
      problems.add(
          file,
          1,
          "there is no "
              + what
              + " column"
              + named.map(name -> " \"" + name + "\"").orElse("")
              + " among "
              + (table.header().isEmpty() ? "nothing: the file is empty" : table.header())
              + ".");
    }
    return found;
  }

  private boolean isWanted(CsvRow row) {
    return columns.only().entrySet().stream()
        .allMatch(
            wanted -> row.find(wanted.getKey()).filter(wanted.getValue()::equals).isPresent());
  }

  /** The shortest distance between two slots; an hour when there is only one. */
  private static Duration slotLength(NavigableMap<Instant, EnergyPrice> slots) {
    List<Instant> starts = List.copyOf(slots.navigableKeySet());
    Duration shortest = starts.size() < 2 ? Duration.ofHours(1) : Duration.ofDays(1);
    for (int i = 1; i < starts.size(); i++) {
      Duration step = Duration.between(starts.get(i - 1), starts.get(i));
      shortest = step.compareTo(shortest) < 0 ? step : shortest;
    }
    return shortest;
  }

  private static boolean isTime(String column) {
    String name = column.toLowerCase(Locale.ROOT);
    return name.contains("time") || name.contains("start") || name.contains("date");
  }

  private static boolean isPrice(String column) {
    String name = underscored(column);
    return name.endsWith("PER_MWH") || name.endsWith("PER_KWH");
  }

  private static Unit unitOf(String column) {
    return underscored(column).endsWith("KWH") ? Unit.PER_KWH : Unit.PER_MWH;
  }

  private static String underscored(String name) {
    return name.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }
}
