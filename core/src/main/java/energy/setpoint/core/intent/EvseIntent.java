package energy.setpoint.core.intent;

import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;

/** An intent for one EVSE. */
public sealed interface EvseIntent extends ChargingIntent
    permits CapPower,
        CapPhases,
        SwitchPhases,
        FollowSetpoint,
        AdjustSetpoint,
        Operate,
        Release,
        StopTransaction,
        PrioritizeCharging,
        AllowEnergyTransfer {

  EvseRef evse();

  @Override
  default StationId station() {
    return evse().station();
  }
}
