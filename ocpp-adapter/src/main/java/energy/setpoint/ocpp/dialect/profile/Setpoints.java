package energy.setpoint.ocpp.dialect.profile;

import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.intent.Setpoint;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.RateUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;

/**
 * A setpoint on the wire: in watts where the station takes them, else in amperes, rounded towards
 * zero to one decimal, and never above the ceiling that stands for it.
 *
 * <p>On AC one value for each phase, so that a vehicle on one phase does not put the power of three
 * there; a single value would be the sum of all phases (2.1 part 2, ChargingSchedulePeriodType). On
 * DC the sum.
 *
 * @param values 1 to 3; negative feeds back
 * @param losses what the unit could not say, for people; empty when nothing was lost
 */
public record Setpoints(RateUnit unit, List<BigDecimal> values, List<String> losses) {

  public Setpoints {
    values = List.copyOf(values);
    losses = List.copyOf(losses);
  }

  public static Setpoints of(Setpoint setpoint, Ceiling ceiling, StationTraits traits) {
    Power sum = setpoint.power().min(ceiling.power());
    int phases = traits.directCurrent() ? 1 : ceiling.phases();
    double share = sum.watts() / phases;
    if (traits.rateUnits().contains(RateUnit.W)) {
      return each(RateUnit.W, share, phases, List.of());
    }
    if (!traits.directCurrent()) {
      return each(RateUnit.A, share / ceiling.voltage().volts(), phases, List.of());
    }
    String loss =
        "The DC station takes setpoints in amperes only, at a voltage that nobody knows: %s is sent"
            + " as the current at %s V, right for that battery and too little for all others.";
    return each(
        RateUnit.A,
        share / RateLimit.HIGHEST_DC_VOLTS.doubleValue(),
        phases,
        share == 0 ? List.of() : List.of(loss.formatted(sum, RateLimit.HIGHEST_DC_VOLTS)));
  }

  private static Setpoints each(RateUnit unit, double share, int phases, List<String> losses) {
    BigDecimal value = RateLimit.rounded(BigDecimal.valueOf(share), RoundingMode.DOWN);
    return new Setpoints(unit, Collections.nCopies(phases, value), losses);
  }
}
