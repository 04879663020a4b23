package energy.setpoint.ocpp.v21.intent;

import energy.setpoint.core.intent.AdjustSetpoint;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.intent.EvseIntent;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.Operate;
import energy.setpoint.core.intent.OperatingMode.CentralFrequency;
import energy.setpoint.core.intent.Pace;
import energy.setpoint.core.intent.Setpoint;
import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.dialect.StationContext;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.v21.wire.ChargingScheduleUpdateType;
import energy.setpoint.ocpp.v21.wire.OperationMode;
import java.time.Instant;
import java.util.Optional;

/** What a station gets that asks for the present values of a Dynamic profile. */
public final class DynamicUpdates21 {

  private DynamicUpdates21() {}

  /**
   * The values that are wanted.
   *
   * @param wanted last of the EVSE of the profile
   * @return empty when the profile is none that is updated, or when the values would hold for
   *     longer than they are wanted
   */
  public static Optional<ChargingScheduleUpdateType> find(
      EvseIntent wanted, StationContext context) {
    return switch (wanted) {
      case FollowSetpoint it when it.pace() == Pace.FAST ->
          find(it.setpoint(), it.ceiling(), it.validity(), context);
      case AdjustSetpoint it -> find(it.setpoint(), it.ceiling(), it.validity(), context);
      case Operate it when it.mode() instanceof CentralFrequency mode ->
          find(new Setpoint(mode.setpoint()), it.ceiling(), it.validity(), context);
      default -> Optional.empty();
    };
  }

  private static Optional<ChargingScheduleUpdateType> find(
      Setpoint setpoint, Ceiling ceiling, Interval validity, StationContext context) {
    Instant now = context.now();
    StationTraits traits = context.traits();
    if (!DynamicLease.of(validity).endsWithin(validity, now)) {
      return Optional.empty();
    }
    Rate rate = SetpointCalls21.rate(setpoint, ceiling, OperationMode.CentralSetpoint, traits);
    return Optional.of(ChargingScheduleUpdateType.of(rate.period()));
  }
}
