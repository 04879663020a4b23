package energy.setpoint.core.intent;

import energy.setpoint.core.time.Interval;

/** An intent that ends by itself when it is not renewed. */
public sealed interface LeasedIntent extends ChargingIntent
    permits CapPower, CapPhases, CapStation, SwitchPhases, FollowSetpoint, AdjustSetpoint, Operate {

  /** The lease. */
  Interval validity();
}
