package energy.setpoint.app.web.grid;

import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.app.plan.json.Lists;
import energy.setpoint.core.tariff.driver.TariffConditions;
import energy.setpoint.core.tariff.driver.TariffConditions.Band;
import energy.setpoint.core.tariff.driver.TariffConditions.Usage;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Turns documents into conditions of prices. */
final class ConditionsReader {

  private final TariffDocument.Conditions document;
  private final Findings findings;

  private ConditionsReader(TariffDocument.Conditions document, Findings findings) {
    this.document = document;
    this.findings = findings;
  }

  /** Empty when they contradict themselves; why stands in the findings then. */
  static Optional<TariffConditions> find(TariffDocument.Conditions document, Findings findings) {
    return new ConditionsReader(document, findings).find();
  }

  private Optional<TariffConditions> find() {
    Optional<LocalTime> from = parsed("from", document.from(), LocalTime::parse, "22:00");
    Optional<LocalTime> until = parsed("until", document.until(), LocalTime::parse, "06:00");
    Optional<LocalDate> first =
        parsed("firstDay", document.firstDay(), LocalDate::parse, "2026-01-01");
    Optional<LocalDate> last =
        parsed("lastDay", document.lastDay(), LocalDate::parse, "2027-01-01");
    Map<Usage, Band> bounds = bounds();
    return findings.attempt(() ->
        new TariffConditions(
            from,
            until,
            Set.copyOf(Lists.present(document.days())),
            first,
            last,
            document.supply(),
            bounds,
            document.paymentBrand(),
            document.paymentRecognition()));
  }

  private <T> Optional<T> parsed(
      String key, Optional<String> text, Function<String, T> reading, String example) {
    try {
      return text.map(reading);
    } catch (DateTimeException e) {
      findings
          .at(key)
          .add("This is '" + text.orElse("") + "', expected it written like " + example + ".");
      return Optional.empty();
    }
  }

  private Map<Usage, Band> bounds() {
    Map<Usage, Band> bounds = new EnumMap<>(Usage.class);
    put(bounds, Usage.ENERGY, "energyWh", document.energyWh());
    put(bounds, Usage.CURRENT, "currentA", document.currentA());
    put(bounds, Usage.POWER, "powerW", document.powerW());
    put(bounds, Usage.TIME, "timeSeconds", document.timeSeconds());
    put(bounds, Usage.CHARGING_TIME, "chargingSeconds", document.chargingSeconds());
    put(bounds, Usage.IDLE_TIME, "idleSeconds", document.idleSeconds());
    return bounds;
  }

  private void put(
      Map<Usage, Band> bounds, Usage usage, String key, Optional<TariffDocument.Band> document) {
    document
        .flatMap(said -> findings.at(key).attempt(() -> new Band(said.least(), said.most())))
        .ifPresent(band -> bounds.put(usage, band));
  }
}
