package energy.setpoint.app.web.grid;

import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.app.plan.json.InvalidDocument;
import energy.setpoint.app.plan.json.Lists;
import energy.setpoint.core.tariff.driver.CostBound;
import energy.setpoint.core.tariff.driver.DriverTariff;
import energy.setpoint.core.tariff.driver.DriverTariff.Priced;
import energy.setpoint.core.tariff.driver.PriceList;
import energy.setpoint.core.tariff.driver.TariffText;
import energy.setpoint.core.tariff.driver.TaxRate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns documents into tariffs, and tells all mistakes at once. */
final class TariffReader {

  private final Findings findings;

  private TariffReader(Findings findings) {
    this.findings = findings;
  }

  /**
   * @throws InvalidDocument with all mistakes
   */
  static DriverTariff read(TariffDocument document, Findings findings) {
    return new TariffReader(findings).read(document);
  }

  private DriverTariff read(TariffDocument document) {
    Optional<Currency> currency =
        findings.at("currency").attempt(() -> currency(document.currency().orElse("")));
    Map<Priced, PriceList> prices = prices(document);
    List<TariffText> texts = new ArrayList<>();
    for (TariffDocument.Text text : Lists.present(document.description())) {
      findings
          .at("description")
          .attempt(() -> new TariffText(text.language(), text.text().orElse("")))
          .ifPresent(texts::add);
    }
    Optional<CostBound> least = document.least().flatMap(it -> bound("least", it));
    Optional<CostBound> most = document.most().flatMap(it -> bound("most", it));
    findings.throwIfAny(InvalidDocument.Kind.IMPOSSIBLE);
    Optional<DriverTariff> tariff =
        findings.attempt(() ->
            new DriverTariff(
                document.id().orElse(""),
                currency.orElseThrow(),
                document.validFrom(),
                texts,
                prices,
                least,
                most));
    findings.throwIfAny(InvalidDocument.Kind.IMPOSSIBLE);
    return tariff.orElseThrow();
  }

  private static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "This is '" + code + "', expected a code of ISO 4217 such as EUR.", e);
    }
  }

  private Map<Priced, PriceList> prices(TariffDocument document) {
    Map<Priced, PriceList> prices = new EnumMap<>(Priced.class);
    put(prices, Priced.ENERGY, "energy", document.energy());
    put(prices, Priced.CHARGING_TIME, "chargingTime", document.chargingTime());
    put(prices, Priced.IDLE_TIME, "idleTime", document.idleTime());
    put(prices, Priced.TRANSACTION, "transaction", document.transaction());
    put(prices, Priced.RESERVATION_TIME, "reservationTime", document.reservationTime());
    put(prices, Priced.RESERVATION, "reservation", document.reservation());
    return prices;
  }

  private void put(
      Map<Priced, PriceList> prices,
      Priced priced,
      String key,
      Optional<TariffDocument.Prices> document) {
    document.ifPresent(said -> {
      Findings at = findings.at(key);
      at.attempt(() -> new PriceList(list(said, at), taxes(said.taxes(), at)))
          .ifPresent(list -> prices.put(priced, list));
    });
  }

  private static List<PriceList.Price> list(TariffDocument.Prices said, Findings at) {
    List<PriceList.Price> list = new ArrayList<>();
    List<TariffDocument.Price> all = Lists.present(said.prices());
    for (int i = 0; i < all.size(); i++) {
      Findings here = at.at("prices").at(i);
      TariffDocument.Price price = all.get(i);
      list.add(
          new PriceList.Price(
              BigDecimal.valueOf(Numbers.required(here, price.amount(), "amount")),
              price.conditions().flatMap(it -> ConditionsReader.find(it, here.at("conditions")))));
    }
    return list;
  }

  private static List<TaxRate> taxes(List<TariffDocument.Tax> said, Findings at) {
    List<TaxRate> taxes = new ArrayList<>();
    for (TariffDocument.Tax tax : Lists.present(said)) {
      at.at("taxes")
          .attempt(() ->
              new TaxRate(
                  tax.type().orElse(""),
                  BigDecimal.valueOf(Numbers.required(at.at("taxes"), tax.percent(), "percent")),
                  tax.stack().orElse(0)))
          .ifPresent(taxes::add);
    }
    return taxes;
  }

  private Optional<CostBound> bound(String key, TariffDocument.Bound said) {
    Findings at = findings.at(key);
    return at.attempt(() ->
        new CostBound(
            said.withoutTax().map(BigDecimal::valueOf),
            said.withTax().map(BigDecimal::valueOf),
            taxes(said.taxes(), at)));
  }
}
