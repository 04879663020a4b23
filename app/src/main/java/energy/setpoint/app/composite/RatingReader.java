package energy.setpoint.app.composite;

import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.app.plan.json.Part;
import energy.setpoint.ocpp.composite.profile.RateUnit;
import energy.setpoint.ocpp.composite.station.Rating;
import java.util.Optional;

/** Reads what a device can bear, in amperes or in watts. */
record RatingReader(Findings findings) {

  /** Nothing when the document does not say, or says what cannot be. */
  Optional<Rating> read(
      Optional<Double> limitA,
      Optional<Double> limitW,
      Optional<Double> dischargeA,
      Optional<Double> dischargeW) {
    int before = findings.count();
    Part part = new Part(findings);
    part.eitherOr("limitA", limitA, "limitW", limitW);
    part.optional("limitA", limitA, 0, Part.MOST, 0);
    part.optional("limitW", limitW, 0, Part.MOST, 0);
    part.optional("dischargeLimitA", dischargeA, -Part.MOST, 0, 0);
    part.optional("dischargeLimitW", dischargeW, -Part.MOST, 0, 0);
    boolean amperes = limitA.isPresent();
    refuse(amperes, "dischargeLimitW", dischargeW, "limitW");
    refuse(!amperes, "dischargeLimitA", dischargeA, "limitA");
    if (findings.count() > before) {
      return Optional.empty();
    }
    return amperes
        ? limitA.map(most -> new Rating(RateUnit.A, most, dischargeA))
        : limitW.map(most -> new Rating(RateUnit.W, most, dischargeW));
  }

  private void refuse(boolean wrong, String key, Optional<Double> value, String neededKey) {
    if (wrong && value.isPresent()) {
      findings.at(key).add("This needs " + neededKey + " beside it, in the same unit.");
    }
  }
}
