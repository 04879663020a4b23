package energy.setpoint.ocpp.v21.intent;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.ocpp.dialect.profile.RateLimit;
import energy.setpoint.ocpp.dialect.trait.StationTraits.RateUnit;
import energy.setpoint.ocpp.v21.wire.ChargingRateUnit;
import energy.setpoint.ocpp.v21.wire.ChargingSchedulePeriodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A period, its unit, and what was lost on the way to it.
 *
 * @param mayDraw in spite of the period's limit
 */
record Rate(
    RateUnit unit,
    ChargingSchedulePeriodType period,
    List<String> losses,
    Optional<Current> mayDraw) {

  static Rate of(RateLimit limit) {
    return new Rate(
        limit.unit(),
        ChargingSchedulePeriodType.ofLimit(limit.value()),
        limit.losses(),
        limit.mayDraw());
  }

  static Rate of(RateUnit unit, PeriodDraft period, List<String> losses) {
    return new Rate(unit, period.build(), losses, Optional.empty());
  }

  Rate afterLosing(List<String> known) {
    List<String> all = new ArrayList<>(known);
    all.addAll(losses);
    return new Rate(unit, period, all, mayDraw);
  }

  ChargingRateUnit wireUnit() {
    return unit == RateUnit.A ? ChargingRateUnit.A : ChargingRateUnit.W;
  }
}
