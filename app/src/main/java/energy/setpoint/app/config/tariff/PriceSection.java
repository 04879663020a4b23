package energy.setpoint.app.config.tariff;

import energy.setpoint.app.config.document.Document;
import energy.setpoint.app.config.document.Kind;
import energy.setpoint.app.config.document.Kinds;
import energy.setpoint.app.config.document.Section;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.tariff.FlatPrice;
import energy.setpoint.core.tariff.PriceRule;
import energy.setpoint.core.tariff.TimeOfUse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a price of energy depends on time: exactly one of {@code perKwh}, {@code periods}, {@code
 * curves} and {@code series}; then {@code addPerKwh} is added and the sum multiplied by {@code
 * factor}.
 */
final class PriceSection {

  private static final List<String> WAYS = List.of("perKwh", "periods", "curves", "series");

  private final Section section;
  private final Path folder;
  private final ZoneId zone;
  private final Markup markup;

  PriceSection(Section section, Path folder, ZoneId zone) {
    this.section = section;
    this.folder = folder;
    this.zone = zone;
    this.markup =
        new Markup(
            section.read("addPerKwh", Kinds.number(), 0.0),
            section.read("factor", Kinds.aboveUpTo(0, 10), 1.0));
  }

  Optional<PriceRule> rule() {
    List<String> given = WAYS.stream().filter(section::has).toList();
    if (given.size() != 1) {
      section.problem(
          "must have exactly one of "
              + String.join(", ", WAYS)
              + ", but has "
              + (given.isEmpty() ? "none" : String.join(" and ", given))
              + ".");
    }
    Optional<EnergyPrice> otherwise =
        section.has("otherwisePerKwh")
            ? Optional.of(markup.on(section.read("otherwisePerKwh", Kinds.number())))
            : Optional.empty();
    Optional<PriceRule> rule =
        given.isEmpty() ? Optional.empty() : rule(given.getFirst(), otherwise);
    return section.build(rule::orElseThrow);
  }

  private Optional<PriceRule> rule(String way, Optional<EnergyPrice> otherwise) {
    return switch (way) {
      case "periods" -> timeOfUse(way, new PeriodList(section, markup).periods(), otherwise);
      case "curves" -> timeOfUse(way, new PeriodList(section, markup).curves(), otherwise);
      case "series" -> series();
      default -> Optional.of(new FlatPrice(markup.on(section.read(way, Kinds.number()))));
    };
  }

  private Optional<PriceRule> timeOfUse(
      String key, List<TimeOfUse.Period> periods, Optional<EnergyPrice> otherwise) {
    if (!section.isSound()) {
      return Optional.empty();
    }
    if (otherwise.isEmpty()) {
      PriceGap.find(periods)
          .ifPresent(gap ->
              section.problem(
                  key,
                  "leaves a gap: there is no price on "
                      + gap
                      + ". Maybe add otherwisePerKwh, the price of the remaining time."));
    }
    return Optional.of(new TimeOfUse(zone, periods, otherwise.orElse(EnergyPrice.FREE)));
  }

  private Optional<PriceRule> series() {
    Section series = section.section("series");
    String file = series.read("file", Kinds.TEXT.described("the name of a CSV file"));
    Kind<Duration> slotLength = Kinds.duration(Duration.ofMinutes(1), Duration.ofDays(1));
    PriceCsv.Columns columns =
        new PriceCsv.Columns(
            optional(series, "timeColumn"),
            optional(series, "priceColumn"),
            series.has("unit") ? Optional.of(series.read("unit", PriceCsv.UNIT)) : Optional.empty(),
            series.read("zone", Kinds.ZONE, zone),
            series.has("slot") ? Optional.of(series.read("slot", slotLength)) : Optional.empty(),
            only(series.section("only")));
    return series
        .build(() -> folder.resolve(file))
        .flatMap(path ->
            Document.text(path, series.problems())
                .flatMap(text ->
                    new PriceCsv(Document.nameOf(path), columns, series.problems())
                        .read(text, markup)));
  }

  private static Optional<String> optional(Section section, String key) {
    return section.has(key) ? Optional.of(section.read(key, Kinds.TEXT)) : Optional.empty();
  }

  private static Map<String, String> only(Section filter) {
    Map<String, String> wanted = new HashMap<>();
    filter.keys().forEach(column -> wanted.put(column, filter.read(column, Kinds.TEXT)));
    return Map.copyOf(wanted);
  }
}
