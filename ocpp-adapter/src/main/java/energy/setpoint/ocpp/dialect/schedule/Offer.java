package energy.setpoint.ocpp.dialect.schedule;

import energy.setpoint.core.intent.AdjustSetpoint;
import energy.setpoint.core.intent.AllowEnergyTransfer;
import energy.setpoint.core.intent.CapPhases;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.intent.EvseIntent;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.Operate;
import energy.setpoint.core.intent.PrioritizeCharging;
import energy.setpoint.core.intent.Release;
import energy.setpoint.core.intent.StopTransaction;
import energy.setpoint.core.intent.SwitchPhases;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.time.Interval;
import java.util.Comparator;
import java.util.Optional;

/** What a transaction may take, and for how long. */
public record Offer(Ceiling ceiling, Interval validity) {

  /** Empty when an intent offers nothing. */
  static Optional<Offer> find(EvseIntent intent) {
    return switch (intent) {
      case CapPower it -> Optional.of(new Offer(it.ceiling(), it.validity()));
      case CapPhases it -> Optional.of(new Offer(largest(it), it.validity()));
      case SwitchPhases it -> Optional.of(new Offer(it.ceiling(), it.validity()));
      case FollowSetpoint it -> Optional.of(new Offer(it.ceiling(), it.validity()));
      case AdjustSetpoint it -> Optional.of(new Offer(it.ceiling(), it.validity()));
      case Operate it -> Optional.of(new Offer(it.ceiling(), it.validity()));
      case Release _, StopTransaction _, PrioritizeCharging _, AllowEnergyTransfer _ ->
          Optional.empty();
    };
  }

  /** A vehicle announces one value for all phases. */
  private static Ceiling largest(CapPhases cap) {
    Current largest = cap.most().stream().max(Comparator.naturalOrder()).orElseThrow();
    return new Ceiling(largest, cap.most().size(), cap.voltage());
  }
}
