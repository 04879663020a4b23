package energy.setpoint.ocpp.v201;

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
import energy.setpoint.ocpp.dialect.trait.StationTraits;

/**
 * Every intent in OCPP 2.0.1, which has limits for a transaction and for a station, and the phases
 * of a transaction.
 */
final class Intents201 {

  private static final String NO_SETPOINTS = "OCPP 2.0.1 knows no setpoints";

  private Intents201() {}

  static Encoding encode(ChargingIntent intent, StationTraits traits) {
    return ProfileObstacle.find(intent, traits)
        .<Encoding>map(Encoding.Inexpressible::new)
        .orElseGet(() -> inWords(intent, traits));
  }

  private static Encoding inWords(ChargingIntent intent, StationTraits traits) {
    return switch (intent) {
      case SetFallback fallback -> ProfileCalls201.fallback(fallback.ceiling(), traits);
      case CapStation cap -> ProfileCalls201.stationMaximum(cap, traits);
      case CapPower cap -> ProfileCalls201.lease(Held.of(cap), traits);
      case CapPhases cap ->
          ProfileCalls201.lease(Held.of(cap, "OCPP 2.0.1 has one limit for all phases"), traits);
      case SwitchPhases phases -> ProfileCalls201.switchPhases(phases, traits);
      case FollowSetpoint follow -> ProfileCalls201.lease(Held.of(follow, NO_SETPOINTS), traits);
      case AdjustSetpoint adjust -> ProfileCalls201.lease(Held.of(adjust, NO_SETPOINTS), traits);
      case Operate operate ->
          ProfileCalls201.lease(Held.of(operate, "OCPP 2.0.1 knows no operation modes"), traits);
      case Release release -> ProfileCalls201.clear(release.evse());
      case StopTransaction stop -> ProfileCalls201.stop(stop);
      case OfferPriority _, PrioritizeCharging _ ->
          new Encoding.Inexpressible("OCPP 2.0.1 knows no priority charging.");
      case AllowEnergyTransfer _ ->
          new Encoding.Inexpressible("OCPP 2.0.1 cannot say which services a vehicle may choose.");
      case DerIntent _ -> new Encoding.Inexpressible("OCPP 2.0.1 knows no DER controls.");
      case TariffIntent _ ->
          new Encoding.Inexpressible("A station of OCPP 2.0.1 reckons no prices by a tariff.");
      case CallReserve _ -> new Encoding.Inexpressible("OCPP 2.0.1 has no signal for a reserve.");
    };
  }
}
