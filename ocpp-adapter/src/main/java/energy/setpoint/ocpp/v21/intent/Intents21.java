package energy.setpoint.ocpp.v21.intent;

import energy.setpoint.core.intent.AdjustSetpoint;
import energy.setpoint.core.intent.AllowEnergyTransfer;
import energy.setpoint.core.intent.CallReserve;
import energy.setpoint.core.intent.CapPhases;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.CapStation;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.DerIntent;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.OfferPriority;
import energy.setpoint.core.intent.Operate;
import energy.setpoint.core.intent.PrioritizeCharging;
import energy.setpoint.core.intent.Release;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.intent.StopTransaction;
import energy.setpoint.core.intent.SwitchPhases;
import energy.setpoint.core.intent.TariffIntent;
import energy.setpoint.ocpp.dialect.Encoding;
import energy.setpoint.ocpp.dialect.profile.Held;
import energy.setpoint.ocpp.dialect.profile.ProfileObstacle;
import energy.setpoint.ocpp.dialect.profile.RateLimit;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.v21.der.DerCalls;
import energy.setpoint.ocpp.v21.tariff.TariffCalls;

/** Every intent in OCPP 2.1 (part 2, blocks K and Q). */
public final class Intents21 {

  private Intents21() {}

  public static Encoding encode(ChargingIntent intent, StationTraits traits) {
    return ProfileObstacle.find(intent, traits)
        .<Encoding>map(Encoding.Inexpressible::new)
        .orElseGet(() -> inWords(intent, traits));
  }

  private static Encoding inWords(ChargingIntent intent, StationTraits traits) {
    return switch (intent) {
      case SetFallback fallback ->
          ProfileCalls21.fallback(Rate.of(RateLimit.of(fallback.ceiling(), traits)));
      case CapStation cap -> ProfileCalls21.stationMaximum(cap, traits);
      case CapPower cap -> ProfileCalls21.lease(Held.of(cap), traits);
      case CapPhases cap -> PhaseCalls21.cap(cap, traits);
      case SwitchPhases phases -> PhaseCalls21.switchTo(phases, traits);
      case FollowSetpoint follow -> SetpointCalls21.follow(follow, traits);
      case AdjustSetpoint adjust -> SetpointCalls21.adjust(adjust, traits);
      case Operate operate -> OperationCalls21.operate(operate, traits);
      case Release release -> ProfileCalls21.clear(release.evse());
      case StopTransaction stop -> OtherCalls21.stop(stop);
      case OfferPriority offer -> OtherCalls21.offerPriority(offer, traits);
      case PrioritizeCharging prioritize -> OtherCalls21.prioritize(prioritize, traits);
      case AllowEnergyTransfer allow -> OtherCalls21.allow(allow, traits);
      case DerIntent der -> DerCalls.encode(der, traits);
      case TariffIntent tariff -> TariffCalls.encode(tariff);
      case CallReserve call -> OtherCalls21.reserve(call, traits);
    };
  }
}
