package energy.setpoint.ocpp.v21.wire.tariff;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.OneOf;
import energy.setpoint.ocpp.payload.Range;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A tariff. */
public record TariffType(
    @Length(60) String tariffId,
    @Length(3) String currency,
    Optional<Instant> validFrom,
    @Items(min = 1, max = 10) Optional<List<MessageContentType>> description,
    Optional<TariffEnergyType> energy,
    Optional<TariffTimeType> chargingTime,
    Optional<TariffTimeType> idleTime,
    Optional<TariffFixedType> fixedFee,
    Optional<TariffTimeType> reservationTime,
    Optional<TariffFixedType> reservationFixed,
    Optional<PriceType> minCost,
    Optional<PriceType> maxCost) {

  /** Part of {@link TariffType}. */
  public record MessageContentType(
      @OneOf({"ASCII", "HTML", "URI", "UTF8", "QRCODE"}) String format,
      @Length(8) Optional<String> language,
      @Length(1024) String content) {}

  /** Part of {@link TariffType}. */
  public record TariffEnergyType(
      @Items(min = 1) List<TariffEnergyPriceType> prices,
      @Items(min = 1, max = 5) Optional<List<TaxRateType>> taxRates) {}

  /** Part of {@link TariffType}. */
  public record TariffEnergyPriceType(
      BigDecimal priceKwh, Optional<TariffConditionsType> conditions) {}

  /** Part of {@link TariffType}. */
  public record TariffTimeType(
      @Items(min = 1) List<TariffTimePriceType> prices,
      @Items(min = 1, max = 5) Optional<List<TaxRateType>> taxRates) {}

  /** Part of {@link TariffType}. */
  public record TariffTimePriceType(
      BigDecimal priceMinute, Optional<TariffConditionsType> conditions) {}

  /** Part of {@link TariffType}. */
  public record TariffFixedType(
      @Items(min = 1) List<TariffFixedPriceType> prices,
      @Items(min = 1, max = 5) Optional<List<TaxRateType>> taxRates) {}

  /** Part of {@link TariffType}. */
  public record TariffFixedPriceType(
      BigDecimal priceFixed, Optional<TariffConditionsFixedType> conditions) {}

  /** Part of {@link TariffType}. */
  public record TaxRateType(
      @Length(20) String type, BigDecimal tax, @Range(min = 0) Optional<Integer> stack) {}

  /** Part of {@link TariffType}. */
  public record PriceType(
      Optional<BigDecimal> exclTax,
      Optional<BigDecimal> inclTax,
      @Items(min = 1, max = 5) Optional<List<TaxRateType>> taxRates) {}
}
