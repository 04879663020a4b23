package energy.setpoint.app.web.grid;

import energy.setpoint.core.site.Supply;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a driver pays, as JSON. */
@Schema(description = "What a driver pays. Prices are without tax, in the currency of the tariff.")
record TariffDocument(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "1 to 60 characters; another one whenever the content changes.")
        Optional<String> id,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "EUR") Optional<String> currency,
    @Schema(description = "From when it may be used; at once when left out.")
        Optional<Instant> validFrom,
    @Schema(description = "The same words in several languages, at most 10.")
        List<Text> description,
    @Schema(description = "Of each kWh.") Optional<Prices> energy,
    @Schema(description = "Of each minute of charging.") Optional<Prices> chargingTime,
    @Schema(description = "Of each minute connected without charging.") Optional<Prices> idleTime,
    @Schema(description = "Of each transaction.") Optional<Prices> transaction,
    @Schema(description = "Of each minute of a reservation that was used.")
        Optional<Prices> reservationTime,
    @Schema(description = "Of each reservation that was used.") Optional<Prices> reservation,
    @Schema(description = "What a transaction costs at least.") Optional<Bound> least,
    @Schema(description = "What a transaction costs at most.") Optional<Bound> most) {

  /** Words for the driver. */
  @Schema(name = "TariffText", description = "Words for the driver.")
  record Text(
      @Schema(description = "By RFC 5646, at most 8 characters.", example = "en")
          Optional<String> language,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<String> text) {}

  /** Prices of one thing. */
  @Schema(
      name = "TariffPrices",
      description = "Prices of one thing; of those whose conditions hold, the first one counts.")
  record Prices(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<Price> prices,
      @Schema(description = "On top, at most 5.") List<Tax> taxes) {}

  /** A price. */
  @Schema(name = "TariffPrice", description = "A price, and when it holds.")
  record Price(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<Double> amount,
      @Schema(description = "Always when left out.") Optional<Conditions> conditions) {}

  /** A tax. */
  @Schema(name = "TariffTax", description = "A tax.")
  record Tax(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "VAT") Optional<String> type,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "0") Optional<Double> percent,
      @Schema(description = "1 for a tax on the taxes of stack 0.", defaultValue = "0")
          Optional<Integer> stack) {}

  /** A bound of cost. */
  @Schema(name = "TariffCostBound", description = "A cost; at least one of the two amounts.")
  record Bound(Optional<Double> withoutTax, Optional<Double> withTax, List<Tax> taxes) {}

  /** When a price holds. */
  @Schema(
      name = "TariffConditions",
      description = "When a price holds: all that is said must be so. Times and dates are local.")
  record Conditions(
      @Schema(example = "22:00") Optional<String> from,
      @Schema(description = "Before `from` it lies on the next day.", example = "06:00")
          Optional<String> until,
      List<DayOfWeek> days,
      @Schema(description = "Included.", example = "2026-01-01") Optional<String> firstDay,
      @Schema(description = "Excluded.", example = "2027-01-01") Optional<String> lastDay,
      Optional<Supply> supply,
      @Schema(description = "Since the transaction began.") Optional<Band> energyWh,
      @Schema(description = "The sum of all phases at the moment.") Optional<Band> currentA,
      @Schema(description = "At the moment.") Optional<Band> powerW,
      @Schema(description = "Since the transaction began.") Optional<Band> timeSeconds,
      Optional<Band> chargingSeconds,
      Optional<Band> idleSeconds,
      @Schema(description = "Only for fixed prices.") Optional<String> paymentBrand,
      @Schema(description = "Only for fixed prices.") Optional<String> paymentRecognition) {}

  /** A range of use. */
  @Schema(name = "TariffBand", description = "A range; negative for discharging.")
  record Band(
      @Schema(description = "Included, the end closer to 0.") Optional<Double> least,
      @Schema(description = "Excluded, the end farther from 0.") Optional<Double> most) {}
}
