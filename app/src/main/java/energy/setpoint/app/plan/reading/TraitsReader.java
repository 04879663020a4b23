package energy.setpoint.app.plan.reading;

import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.app.plan.json.Part;
import energy.setpoint.app.plan.request.VehicleRequest;
import energy.setpoint.app.plan.request.VehicleRequest.TaperPoint;
import energy.setpoint.core.plan.part.ChargingTraits;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads how a vehicle takes power. */
record TraitsReader(VehicleRequest request, Findings findings) {

  private static final double MOST_AMPS = 1000;
  private static final int MOST_STARTS = 100_000;

  /** No charger tells finer powers apart. */
  private static final double LEAST_STEP_WATTS = 1;

  Optional<ChargingTraits> read(Voltage voltage, double maxChargeWatts) {
    int before = findings.count();
    Part part = new Part(findings);
    double least =
        power(
            "leastChargeW",
            request.leastChargeW(),
            "leastChargeA",
            request.leastChargeA(),
            voltage);
    double step =
        power("chargeStepW", request.chargeStepW(), "chargeStepA", request.chargeStepA(), voltage);
    if (step > 0 && step < LEAST_STEP_WATTS) {
      findings
          .at(request.chargeStepW().isPresent() ? "chargeStepW" : "chargeStepA")
          .add(
              "This is %s W, expected 0 or at least %s W. Maybe any power will do; then leave it out."
                  .formatted(Part.shown(step), Part.shown(LEAST_STEP_WATTS)));
    }
    if (findings.count() == before && least > maxChargeWatts + 1e-6) {
      findings
          .at(request.leastChargeW().isPresent() ? "leastChargeW" : "leastChargeA")
          .add(
              "These are %s W, more than maxChargeW (%s W). Maybe the vehicle loads fewer phases."
                  .formatted(Part.shown(least), Part.shown(maxChargeWatts)));
    }
    int starts = part.count("mostStarts", request.mostStarts(), 0, MOST_STARTS, 0);
    List<ChargingTraits.Point> taper = taper();
    if (findings.count() > before) {
      return Optional.empty();
    }
    return findings
        .at("taper")
        .attempt(() ->
            new ChargingTraits(
                new Power(least),
                new Power(step),
                request.mostStarts().isPresent() ? OptionalInt.of(starts) : OptionalInt.empty(),
                request.charging().orElse(false),
                taper));
  }

  private double power(
      String wattsKey,
      Optional<Double> watts,
      String ampsKey,
      Optional<Double> amps,
      Voltage voltage) {
    Part part = new Part(findings);
    part.eitherOr(ampsKey, amps, wattsKey, watts);
    double perPhase = part.optional(ampsKey, amps, 0, MOST_AMPS, 0);
    int phases = request.phases().isEmpty() ? 3 : request.phases().size();
    return amps.isPresent()
        ? Current.ofAmps(perPhase).at(voltage, phases).watts()
        : part.optional(wattsKey, watts, 0, Part.MOST, 0);
  }

  private List<ChargingTraits.Point> taper() {
    List<ChargingTraits.Point> points = new ArrayList<>();
    for (int i = 0; i < request.taper().size(); i++) {
      TaperPoint point = request.taper().get(i);
      Part part = new Part(findings.at("taper").at(i));
      double stored = part.required("storedWh", point.storedWh(), 0, Part.MOST);
      double most = part.required("mostW", point.mostW(), 0, Part.MOST);
      points.add(new ChargingTraits.Point(new Energy(stored), new Power(most)));
    }
    return points;
  }
}
