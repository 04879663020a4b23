package energy.setpoint.app.plan.reading;

import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.app.plan.json.Part;
import energy.setpoint.app.plan.request.PeakPriceRequest;
import energy.setpoint.app.plan.request.PeakPriceRequest.TierRequest;
import energy.setpoint.app.plan.request.WindowRequest;
import energy.setpoint.core.plan.money.PeakPrice;
import energy.setpoint.core.plan.money.PeakPrice.Tier;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one price of a peak. */
record PeakPriceReader(PeakPriceRequest request, Findings findings) {

  private static final double MOST_PRICE = 1e6;
  private static final int MOST_MINUTES = 24 * 60;

  /**
   * @param nameWhenAbsent for a price that has none
   */
  Optional<PeakPrice> read(String nameWhenAbsent) {
    int before = findings.count();
    Part part = new Part(findings);
    List<Tier> tiers = tiers(part);
    double reached = part.optional("reachedW", request.reachedW(), 0, Part.MOST, 0);
    int metering = part.count("meteringMinutes", request.meteringMinutes(), 1, MOST_MINUTES, 0);
    double taken = part.optional("takenWh", request.takenWh(), 0, Part.MOST, 0);
    if (taken > 0 && request.meteringMinutes().isEmpty()) {
      findings
          .at("takenWh")
          .add("Without meteringMinutes there is no open interval. Maybe add meteringMinutes.");
    }
    List<Interval> windows = windows();
    if (findings.count() > before) {
      return Optional.empty();
    }
    return findings.attempt(() ->
        new PeakPrice(
            request.name().orElse(nameWhenAbsent),
            tiers,
            new Power(reached),
            windows,
            Duration.ofMinutes(metering),
            new Energy(taken)));
  }

  private List<Tier> tiers(Part part) {
    if (!request.tiers().isEmpty()) {
      refuse("perKw", request.perKw(), "tiers");
      refuse("contractW", request.contractW(), "tiers");
      return listed();
    }
    if (request.contractW().isPresent()) {
      refuse("perKw", request.perKw(), "contractW");
      double capacity = part.optional("contractW", request.contractW(), 0, Part.MOST, 0);
      double penalty = part.required("penaltyPerKw", request.penaltyPerKw(), 0, MOST_PRICE);
      return capacity > 0
          ? List.of(new Tier(Power.ZERO, 0), new Tier(new Power(capacity), penalty))
          : List.of(new Tier(Power.ZERO, penalty));
    }
    if (request.penaltyPerKw().isPresent()) {
      findings
          .at("contractW")
          .add("This is missing, expected the power above which penaltyPerKw counts.");
      return List.of();
    }
    return List.of(new Tier(Power.ZERO, part.required("perKw", request.perKw(), 0, MOST_PRICE)));
  }

  private void refuse(String key, Optional<Double> value, String other) {
    if (value.isPresent()) {
      findings.at(key).add("Expected either this or " + other + ", not both.");
    }
  }

  private List<Tier> listed() {
    List<Tier> tiers = new ArrayList<>();
    for (int i = 0; i < request.tiers().size(); i++) {
      TierRequest tier = request.tiers().get(i);
      Part part = new Part(findings.at("tiers").at(i));
      double from = part.required("fromW", tier.fromW(), 0, Part.MOST);
      tiers.add(new Tier(new Power(from), part.required("perKw", tier.perKw(), 0, MOST_PRICE)));
    }
    return tiers;
  }

  private List<Interval> windows() {
    List<Interval> windows = new ArrayList<>();
    for (int i = 0; i < request.windows().size(); i++) {
      WindowRequest window = request.windows().get(i);
      new Part(findings.at("windows").at(i))
          .interval("start", window.start(), "end", window.end(), Optional.empty())
          .ifPresent(windows::add);
    }
    return windows;
  }
}
