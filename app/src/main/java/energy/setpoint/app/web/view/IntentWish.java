package energy.setpoint.app.web.view;

import energy.setpoint.app.web.view.ExchangeDetail.Kind;
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
import energy.setpoint.core.intent.StopTransaction;
import energy.setpoint.core.intent.SwitchPhases;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.Interval;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The parts of an intent, whichever it is.
 *
 * @param detail what has no field of its own, in words
 */
record IntentWish(
    Kind kind,
    OptionalInt evse,
    Optional<Double> limitA,
    Optional<Double> limitW,
    Optional<Double> setpointW,
    Optional<String> detail,
    Optional<Interval> validity) {

  static IntentWish of(ChargingIntent intent) {
    return switch (intent) {
      case CapPower it -> bare(Kind.CAP_POWER, it).with(it.ceiling());
      case CapPhases it ->
          bare(Kind.CAP_PHASES, it).with(it.common()).with("at most " + it.most() + " by phase");
      case CapStation it -> bare(Kind.CAP_STATION, it).with(it.ceiling());
      case SwitchPhases it -> bare(Kind.SWITCH_PHASES, it).with(it.ceiling()).with(phases(it));
      case FollowSetpoint it ->
          bare(Kind.FOLLOW_SETPOINT, it).with(it.ceiling()).with(it.setpoint().power());
      case AdjustSetpoint it ->
          bare(Kind.ADJUST_SETPOINT, it).with(it.ceiling()).with(it.setpoint().power());
      case Operate it -> bare(Kind.OPERATE, it).with(it.ceiling()).with("in the mode " + it.mode());
      case SetFallback it -> bare(Kind.SET_FALLBACK, it).with(it.ceiling());
      case Release it -> bare(Kind.RELEASE, it);
      case StopTransaction it -> bare(Kind.STOP_TRANSACTION, it);
      case OfferPriority it -> bare(Kind.OFFER_PRIORITY, it).with(it.ceiling());
      case PrioritizeCharging it ->
          bare(Kind.PRIORITIZE_CHARGING, it).with(it.priority() ? "with priority" : "without");
      case AllowEnergyTransfer it ->
          bare(Kind.ALLOW_ENERGY_TRANSFER, it)
              .with("any of " + it.services().stream().sorted().toList());
      case CallReserve it -> bare(Kind.CALL_RESERVE, it).with("signal " + it.signal());
      case RequestedIntent it -> throw new IllegalArgumentException("Never stored: " + it);
    };
  }

  private static String phases(SwitchPhases wanted) {
    return "on "
        + wanted
            .onto()
            .map(Enum::name)
            .orElse(wanted.ceiling().phases() == 1 ? "one phase of its choice" : "three phases");
  }

  private static IntentWish bare(Kind kind, ChargingIntent intent) {
    return new IntentWish(
        kind,
        intent instanceof EvseIntent one
            ? OptionalInt.of(one.evse().number())
            : OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        intent instanceof LeasedIntent leased ? Optional.of(leased.validity()) : Optional.empty());
  }

  private IntentWish with(Ceiling ceiling) {
    return new IntentWish(
        kind,
        evse,
        Optional.of(ceiling.perPhase().amps()),
        Optional.of(Rounded.watts(ceiling.power())),
        setpointW,
        detail,
        validity);
  }

  private IntentWish with(Power setpoint) {
    return new IntentWish(
        kind, evse, limitA, limitW, Optional.of(Rounded.watts(setpoint)), detail, validity);
  }

  private IntentWish with(String words) {
    return new IntentWish(kind, evse, limitA, limitW, setpointW, Optional.of(words), validity);
  }
}
