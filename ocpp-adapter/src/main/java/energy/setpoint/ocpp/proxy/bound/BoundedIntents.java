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
import energy.setpoint.core.intent.StopTransaction;
import energy.setpoint.core.intent.SwitchPhases;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.time.Interval;
import java.time.Instant;
import java.util.stream.IntStream;

/** Intents that allow no more than the CSMS of a station does. */
final class BoundedIntents {

  private final CsmsBound bound;

  BoundedIntents(CsmsBound bound) {
    this.bound = bound;
  }

  /**
   * The intent itself when the CSMS allows all of it.
   *
   * @param now from when on it is to hold
   */
  ChargingIntent of(ChargingIntent intent, Instant now) {
    return switch (intent) {
      case CapPower cap ->
          new CapPower(
              cap.evse(), cap.transactionId(), least(cap, cap.ceiling(), now), cap.validity());
      case CapPhases cap -> each(cap, now);
      case SwitchPhases phases ->
          new SwitchPhases(
              phases.evse(),
              phases.transactionId(),
              least(phases, phases.ceiling(), now),
              phases.onto(),
              phases.validity());
      case FollowSetpoint follow -> follow(follow, now);
      case AdjustSetpoint adjust -> adjust(adjust, now);
      case Operate operate ->
          new Operate(
              operate.evse(),
              operate.transactionId(),
              operate.mode(),
              least(operate, operate.ceiling(), now),
              operate.validity());
      case CapStation cap ->
          new CapStation(
              cap.station(), bound.ofStation(rest(cap, now), cap.ceiling()), cap.validity());
      case SetFallback fallback ->
          new SetFallback(fallback.station(), bound.ofFallback(now, fallback.ceiling()));
      case OfferPriority offer ->
          new OfferPriority(offer.station(), bound.ofFallback(now, offer.ceiling()));
      case Release _,
          StopTransaction _,
          PrioritizeCharging _,
          AllowEnergyTransfer _,
          CallReserve _,
          RequestedIntent _ ->
          intent;
    };
  }

  private <I extends EvseIntent & LeasedIntent> Ceiling least(
      I intent, Ceiling wanted, Instant now) {
    return bound.ofEvse(intent.evse().number(), rest(intent, now), wanted);
  }

  /** What has passed of a lease that is sent again does not count. */
  private static Interval rest(LeasedIntent intent, Instant now) {
    Interval lease = intent.validity();
    return lease.contains(now) ? new Interval(now, lease.end()) : lease;
  }

  /** Where the CSMS allows fewer phases, which of them does not matter to it. */
  private CapPhases each(CapPhases cap, Instant now) {
    Current largest = cap.most().stream().reduce(Current.ZERO, Current::max);
    Ceiling widest = new Ceiling(largest, cap.most().size(), cap.voltage());
    Ceiling allowed = least(cap, widest, now);
    return new CapPhases(
        cap.evse(),
        cap.transactionId(),
        IntStream.range(0, cap.most().size())
            .mapToObj(phase ->
                phase < allowed.phases()
                    ? cap.most().get(phase).min(allowed.perPhase())
                    : Current.ZERO)
            .toList(),
        cap.voltage(),
        cap.validity());
  }

  private FollowSetpoint follow(FollowSetpoint follow, Instant now) {
    Ceiling ceiling = least(follow, follow.ceiling(), now);
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

  private AdjustSetpoint adjust(AdjustSetpoint adjust, Instant now) {
    Ceiling ceiling = least(adjust, adjust.ceiling(), now);
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
