package energy.setpoint.app.plan.reading;

import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.app.plan.json.Part;
import energy.setpoint.app.plan.request.EventRequest;
import energy.setpoint.core.plan.money.PriceOverlay;
import energy.setpoint.core.plan.part.GridEvent;
import energy.setpoint.core.plan.part.GridEvent.Obligation;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.Interval;
import java.util.Optional;

/** Reads one event of a request. */
record EventReader(EventRequest request, Findings findings) {

  private static final double MOST_PRICE = 1000;
  private static final double MOST_PENALTY = 1e6;

  /**
   * An event, of which parts may be absent.
   *
   * @param bounds what it wants of the power at the grid connection
   * @param replacement the prices that it brings instead of the usual ones
   * @param overlay what it adds to the prices
   */
  record Event(
      Optional<GridEvent> bounds,
      Optional<PriceReplacement> replacement,
      Optional<PriceOverlay> overlay) {}

  /**
   * @param index counted from 0, for the default name
   */
  Optional<Event> read(int index) {
    int before = findings.count();
    Part part = new Part(findings);
    Optional<Interval> during =
        part.interval("start", request.start(), "end", request.end(), Optional.empty());
    checkPowers(part);
    Obligation obligation = obligation(part);
    price(part, "importPricePerKwh", request.importPricePerKwh());
    price(part, "exportPricePerKwh", request.exportPricePerKwh());
    price(part, "importPriceDeltaPerKwh", request.importPriceDeltaPerKwh());
    price(part, "exportPriceDeltaPerKwh", request.exportPriceDeltaPerKwh());
    part.eitherOr(
        "importPriceDeltaPerKwh",
        request.importPriceDeltaPerKwh(),
        "importPricePerKwh",
        request.importPricePerKwh());
    part.eitherOr(
        "exportPriceDeltaPerKwh",
        request.exportPriceDeltaPerKwh(),
        "exportPricePerKwh",
        request.exportPricePerKwh());
    if (!wantsPower() && !replacesPrices() && !changesPrices()) {
      findings.add(
          "This wants nothing. Maybe give it mostW, leastW, targetW or importPricePerKwh.");
    }
    if (findings.count() > before) {
      return Optional.empty();
    }
    String id = request.id().orElse("event-" + (index + 1));
    return findings.attempt(() -> event(id, during.orElseThrow(), obligation));
  }

  private Event event(String id, Interval during, Obligation obligation) {
    Optional<GridEvent> bounds = Optional.empty();
    if (request.targetW().isPresent()) {
      Power target = new Power(request.targetW().get());
      Power tolerance = new Power(request.toleranceW().orElse(0.0));
      bounds = Optional.of(GridEvent.dispatch(id, during, target, tolerance, obligation));
    } else if (wantsPower()) {
      Optional<Power> least = request.leastW().map(Power::new);
      Optional<Power> most = request.mostW().map(Power::new);
      bounds = Optional.of(new GridEvent(id, during, least, most, obligation));
    }
    return new Event(
        bounds,
        Optional.of(during)
            .filter(window -> replacesPrices())
            .map(window ->
                new PriceReplacement(
                    window, request.importPricePerKwh(), request.exportPricePerKwh())),
        Optional.of(during)
            .filter(window -> changesPrices())
            .map(window ->
                new PriceOverlay(
                    id,
                    window,
                    new EnergyPrice(request.importPriceDeltaPerKwh().orElse(0.0)),
                    new EnergyPrice(request.exportPriceDeltaPerKwh().orElse(0.0)))));
  }

  private boolean wantsPower() {
    return request.mostW().isPresent()
        || request.leastW().isPresent()
        || request.targetW().isPresent();
  }

  private boolean replacesPrices() {
    return request.importPricePerKwh().isPresent() || request.exportPricePerKwh().isPresent();
  }

  private boolean changesPrices() {
    return request.importPriceDeltaPerKwh().isPresent()
        || request.exportPriceDeltaPerKwh().isPresent();
  }

  private void checkPowers(Part part) {
    part.optional("mostW", request.mostW(), -Part.MOST, Part.MOST, 0);
    part.optional("leastW", request.leastW(), -Part.MOST, Part.MOST, 0);
    part.optional("targetW", request.targetW(), -Part.MOST, Part.MOST, 0);
    part.optional("toleranceW", request.toleranceW(), 0, Part.MOST, 0);
    part.eitherOr("targetW", request.targetW(), "mostW", request.mostW());
    part.eitherOr("targetW", request.targetW(), "leastW", request.leastW());
    if (request.toleranceW().isPresent() && request.targetW().isEmpty()) {
      findings.at("toleranceW").add("There is no targetW from which the power could differ.");
    }
  }

  private Obligation obligation(Part part) {
    double reward = part.optional("reward", request.reward(), 0, MOST_PENALTY, 0);
    double penalty = part.optional("penaltyPerKwh", request.penaltyPerKwh(), 0, MOST_PENALTY, 0);
    if (request.penaltyPerKwh().isEmpty()) {
      if (request.reward().isPresent()) {
        findings
            .at("reward")
            .add("Only a paid event has a reward. Maybe add penaltyPerKwh, which may be 0.");
      }
      return new Obligation.Mandatory();
    }
    if (!wantsPower()) {
      findings.at("penaltyPerKwh").add("There is no bound from which the power could deviate.");
    }
    return new Obligation.Paid(reward, new EnergyPrice(penalty));
  }

  private static void price(Part part, String key, Optional<Double> value) {
    part.optional(key, value, -MOST_PRICE, MOST_PRICE, 0);
  }
}
