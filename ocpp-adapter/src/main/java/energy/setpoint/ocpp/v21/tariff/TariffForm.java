package energy.setpoint.ocpp.v21.tariff;

import energy.setpoint.core.tariff.driver.CostBound;
import energy.setpoint.core.tariff.driver.DriverTariff;
import energy.setpoint.core.tariff.driver.DriverTariff.Priced;
import energy.setpoint.core.tariff.driver.PriceList;
import energy.setpoint.core.tariff.driver.TariffText;
import energy.setpoint.core.tariff.driver.TaxRate;
import energy.setpoint.ocpp.v21.wire.tariff.TariffType;
import energy.setpoint.ocpp.v21.wire.tariff.TariffType.MessageContentType;
import energy.setpoint.ocpp.v21.wire.tariff.TariffType.PriceType;
import energy.setpoint.ocpp.v21.wire.tariff.TariffType.TariffEnergyPriceType;
import energy.setpoint.ocpp.v21.wire.tariff.TariffType.TariffEnergyType;
import energy.setpoint.ocpp.v21.wire.tariff.TariffType.TariffFixedPriceType;
import energy.setpoint.ocpp.v21.wire.tariff.TariffType.TariffFixedType;
import energy.setpoint.ocpp.v21.wire.tariff.TariffType.TariffTimePriceType;
import energy.setpoint.ocpp.v21.wire.tariff.TariffType.TariffTimeType;
import energy.setpoint.ocpp.v21.wire.tariff.TariffType.TaxRateType;
import java.util.List;
import java.util.Optional;

/** Tariffs on the wire. */
final class TariffForm {

  private TariffForm() {}

  static TariffType write(DriverTariff tariff) {
    return new TariffType(
        tariff.id(),
        tariff.currency().getCurrencyCode(),
        tariff.validFrom(),
        some(tariff.description().stream().map(TariffForm::text).toList()),
        tariff.findPrices(Priced.ENERGY).map(TariffForm::energy),
        tariff.findPrices(Priced.CHARGING_TIME).map(TariffForm::time),
        tariff.findPrices(Priced.IDLE_TIME).map(TariffForm::time),
        tariff.findPrices(Priced.TRANSACTION).map(TariffForm::fixed),
        tariff.findPrices(Priced.RESERVATION_TIME).map(TariffForm::time),
        tariff.findPrices(Priced.RESERVATION).map(TariffForm::fixed),
        tariff.least().map(TariffForm::bound),
        tariff.most().map(TariffForm::bound));
  }

  private static MessageContentType text(TariffText text) {
    return new MessageContentType("UTF8", text.language(), text.text());
  }

  private static TariffEnergyType energy(PriceList list) {
    return new TariffEnergyType(
        list.prices().stream()
            .map(price ->
                new TariffEnergyPriceType(
                    price.amount(), price.conditions().map(ConditionsForm::write)))
            .toList(),
        taxes(list.taxes()));
  }

  private static TariffTimeType time(PriceList list) {
    return new TariffTimeType(
        list.prices().stream()
            .map(price ->
                new TariffTimePriceType(
                    price.amount(), price.conditions().map(ConditionsForm::write)))
            .toList(),
        taxes(list.taxes()));
  }

  private static TariffFixedType fixed(PriceList list) {
    return new TariffFixedType(
        list.prices().stream()
            .map(price ->
                new TariffFixedPriceType(
                    price.amount(), price.conditions().map(ConditionsForm::writeFixed)))
            .toList(),
        taxes(list.taxes()));
  }

  private static PriceType bound(CostBound bound) {
    return new PriceType(bound.withoutTax(), bound.withTax(), taxes(bound.taxes()));
  }

  private static Optional<List<TaxRateType>> taxes(List<TaxRate> taxes) {
    return some(
        taxes.stream()
            .map(tax -> new TaxRateType(tax.type(), tax.percent(), Optional.of(tax.stack())))
            .toList());
  }

  /** The schemas know no lists without elements. */
  private static <T> Optional<List<T>> some(List<T> list) {
    return Optional.of(list).filter(it -> !it.isEmpty());
  }
}
