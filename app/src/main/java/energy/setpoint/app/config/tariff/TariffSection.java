package energy.setpoint.app.config.tariff;

import energy.setpoint.app.config.document.Kind;
import energy.setpoint.app.config.document.Kinds;
import energy.setpoint.app.config.document.Section;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.tariff.DemandCharge;
import energy.setpoint.core.tariff.FlatPrice;
import energy.setpoint.core.tariff.PriceRule;
import energy.setpoint.core.tariff.Tariff;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;

/** A tariff in Setpoint's own words, in a file of its own or inside a site file. */
public final class TariffSection {

  static final Kind<Currency> CURRENCY =
      Kind.of(
          "a currency of ISO 4217 such as EUR", Currency.getInstance("EUR"), Currency::getInstance);

  private TariffSection() {}

  /**
   * Reads the keys {@code currency}, {@code import}, {@code export} and {@code demandCharge}.
   *
   * @param folder in which the price files are looked for
   * @param zone of the site, for times of day
   * @return nothing when something was wrong, which the section's problems then tell
   */
  public static Optional<Tariff> tariff(Section section, Path folder, ZoneId zone) {
    section.read("name", Kinds.TEXT, "");
    Currency currency = section.read("currency", CURRENCY, CURRENCY.placeholder());
    Optional<PriceRule> imported = importPrice(section, folder, zone);
    Optional<PriceRule> exported =
        section.has("export")
            ? new PriceSection(section.section("export"), folder, zone).rule()
            : Optional.of(new FlatPrice(EnergyPrice.FREE));
    Optional<DemandCharge> demandCharge = demandCharge(section);
    return section.build(
        () -> new Tariff(currency, imported.orElseThrow(), exported.orElseThrow(), demandCharge));
  }

  private static Optional<PriceRule> importPrice(Section section, Path folder, ZoneId zone) {
    if (!section.has("import")) {
      section.problem(
          "import", "is missing, expected the price of energy, such as {perKwh: 0.28}.");
      return Optional.empty();
    }
    return new PriceSection(section.section("import"), folder, zone).rule();
  }

  private static Optional<DemandCharge> demandCharge(Section section) {
    if (!section.has("demandCharge")) {
      return Optional.empty();
    }
    Section charge = section.section("demandCharge");
    double perKw = charge.read("perKw", Kinds.atLeast(0));
    int minutes = charge.read("meteringMinutes", Kinds.wholeNumber(1, 60), 15);
    return charge.build(() -> new DemandCharge(perKw, minutes));
  }
}
