package energy.setpoint.ocpp.v21.intent;

import energy.setpoint.core.intent.AdjustSetpoint;
import energy.setpoint.core.intent.EvseIntent;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.Operate;
import energy.setpoint.core.intent.OperatingMode.CentralFrequency;
import energy.setpoint.core.intent.Pace;
import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.dialect.StationContext;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.Ability;
import energy.setpoint.ocpp.dialect.trait.StationTraits.OperationMode;
import energy.setpoint.ocpp.v21.wire.ChargingScheduleUpdateType;
import java.util.Optional;

/**
 * What a station gets that asks for the present values of a Dynamic profile: those that it was sent
 * last, in the same words.
 */
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
    StationTraits traits = context.wantedTraits(wanted.evse());
    if (!traits.can(Ability.DYNAMIC_PROFILES)) {
      return Optional.empty();
    }
    return switch (wanted) {
      case FollowSetpoint it when it.pace() == Pace.FAST && traits.setpoints() ->
          update(SetpointCalls21.rate(it.setpoint(), it.ceiling(), traits), it.validity(), context);
      case AdjustSetpoint it when traits.setpoints() ->
          update(SetpointCalls21.rate(it.setpoint(), it.ceiling(), traits), it.validity(), context);
      case Operate it
          when it.mode() instanceof CentralFrequency mode
              && traits.can(OperationMode.CENTRAL_FREQUENCY) ->
          update(SetpointCalls21.frequencyRate(mode, it.ceiling(), traits), it.validity(), context);
      default -> Optional.empty();
    };
  }

  private static Optional<ChargingScheduleUpdateType> update(
      Rate rate, Interval validity, StationContext context) {
    return DynamicLease.of(validity).endsWithin(validity, context.now())
        ? Optional.of(ChargingScheduleUpdateType.of(rate.period()))
        : Optional.empty();
  }
}
