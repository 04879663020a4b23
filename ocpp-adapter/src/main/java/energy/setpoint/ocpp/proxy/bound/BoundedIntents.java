package energy.setpoint.ocpp.proxy.bound;

import energy.setpoint.core.intent.AdjustSetpoint;
import energy.setpoint.core.intent.AllowEnergyTransfer;
import energy.setpoint.core.intent.CallReserve;
import energy.setpoint.core.intent.CapPhases;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.CapStation;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.EvseIntent;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.LeasedIntent;
import energy.setpoint.core.intent.OfferPriority;
import energy.setpoint.core.intent.Operate;
import energy.setpoint.core.intent.PrioritizeCharging;
import energy.setpoint.core.intent.Release;
import energy.setpoint.core.intent.RequestedIntent;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.intent.Setpoint;
import energy.setpoint.core.intent.SwitchPhases;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.time.Interval;
import java.time.Instant;

/** Intents that allow no more than the CSMS of a station does. */
final class BoundedIntents {

  private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  private final CsmsBound bound;

  BoundedIntents(CsmsBound bound) {
    this.bound = bound;
  }

  /**
   * The intent itself when the CSMS allows all of it.
   *
   * @param now from when an intent without a lease holds
   */
  ChargingIntent of(ChargingIntent intent, Instant now) {
    return switch (intent) {
      case CapPower cap ->
          new CapPower(cap.evse(), cap.transactionId(), least(cap, cap.ceiling()), cap.validity());
      case CapPhases cap -> each(cap);
      case SwitchPhases phases ->
          new SwitchPhases(
              phases.evse(),
              phases.transactionId(),
              least(phases, phases.ceiling()),
              phases.onto(),
              phases.validity());
      case FollowSetpoint follow -> follow(follow);
      case AdjustSetpoint adjust -> adjust(adjust);
      case Operate operate ->
          new Operate(
              operate.evse(),
              operate.transactionId(),
              operate.mode(),
              least(operate, operate.ceiling()),
              operate.validity());
      case CapStation cap ->
          new CapStation(
              cap.station(), bound.ofStation(cap.validity(), cap.ceiling()), cap.validity());
      case SetFallback fallback ->
          new SetFallback(fallback.station(), always(fallback.ceiling(), now));
      case OfferPriority offer -> new OfferPriority(offer.station(), always(offer.ceiling(), now));
      case Release _,
          PrioritizeCharging _,
          AllowEnergyTransfer _,
          CallReserve _,
          RequestedIntent _ ->
          intent;
    };
  }

  private <I extends EvseIntent & LeasedIntent> Ceiling least(I intent, Ceiling wanted) {
    return bound.ofEvse(intent.evse().number(), intent.validity(), wanted);
  }

  private Ceiling always(Ceiling wanted, Instant now) {
    return bound.ofStation(new Interval(now, NEVER), wanted);
  }

  private CapPhases each(CapPhases cap) {
    Current largest = cap.most().stream().reduce(Current.ZERO, Current::max);
    Ceiling widest = new Ceiling(largest, cap.most().size(), cap.voltage());
    Current allowed = least(cap, widest).perPhase();
    return new CapPhases(
        cap.evse(),
        cap.transactionId(),
        cap.most().stream().map(allowed::min).toList(),
        cap.voltage(),
        cap.validity());
  }

  private FollowSetpoint follow(FollowSetpoint follow) {
    Ceiling ceiling = least(follow, follow.ceiling());
    return ceiling.equals(follow.ceiling())
        ? follow
        : new FollowSetpoint(
            follow.evse(),
            follow.transactionId(),
            under(ceiling, follow.setpoint()),
            ceiling,
            follow.pace(),
            follow.validity());
  }

  private AdjustSetpoint adjust(AdjustSetpoint adjust) {
    Ceiling ceiling = least(adjust, adjust.ceiling());
    return ceiling.equals(adjust.ceiling())
        ? adjust
        : new AdjustSetpoint(
            adjust.evse(),
            adjust.transactionId(),
            under(ceiling, adjust.setpoint()),
            ceiling,
            adjust.validity());
  }

  private static Setpoint under(Ceiling ceiling, Setpoint wanted) {
    return new Setpoint(wanted.power().min(ceiling.power()));
  }
}
