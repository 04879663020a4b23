package energy.setpoint.ocpp.dialect.profile;

import energy.setpoint.core.intent.AdjustSetpoint;
import energy.setpoint.core.intent.AllowEnergyTransfer;
import energy.setpoint.core.intent.CallReserve;
import energy.setpoint.core.intent.CapPhases;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.CapStation;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.OfferPriority;
import energy.setpoint.core.intent.Operate;
import energy.setpoint.core.intent.PrioritizeCharging;
import energy.setpoint.core.intent.Release;
import energy.setpoint.core.intent.RequestedIntent;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.intent.StopTransaction;
import energy.setpoint.core.intent.SwitchPhases;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.Ability;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Why a station can take no profile for an intent, whatever the version: it has no smart charging,
 * or its places for profiles are taken by what is more important.
 *
 * <p>The fallback has the first place, because it holds when nothing else does; the transactions of
 * EVSE 1, 2 and so on have the next ones, and behind them stand the maximum of the station and the
 * profile for priority. Nobody says what a station does with a profile too many (1.6 section
 * 9.4.5): one that makes room by dropping the fallback would be without any limit when a lease
 * ends. So what has no place is not sent.
 */
public final class ProfileObstacle {

  private static final String NO_SMART_CHARGING = "The station has no smart charging.";

  private ProfileObstacle() {}

  /** Empty when the station has a place for all that the intent needs, or it needs none. */
  public static Optional<String> find(ChargingIntent intent, StationTraits traits) {
    return switch (intent) {
      case SetFallback _ -> find(OptionalInt.of(1), traits);
      case CapPower it -> find(it.evse(), traits);
      case CapPhases it -> find(it.evse(), traits);
      case SwitchPhases it -> find(it.evse(), traits);
      case FollowSetpoint it -> find(it.evse(), traits);
      case AdjustSetpoint it -> find(it.evse(), traits);
      case Operate it -> find(it.evse(), traits);
      case CapStation _ -> find(OptionalInt.of(2 + traits.evses()), traits);
      case OfferPriority _ -> find(OptionalInt.of(placesOfOurs(traits)), traits);
      case Release _, PrioritizeCharging _, CallReserve _ -> find(OptionalInt.empty(), traits);
      case AllowEnergyTransfer _, StopTransaction _, RequestedIntent _ -> Optional.empty();
    };
  }

  /** How many places ours may take in all. */
  public static int placesOfOurs(StationTraits traits) {
    return 3 + traits.evses();
  }

  private static Optional<String> find(EvseRef evse, StationTraits traits) {
    return find(OptionalInt.of(1 + evse.number()), traits);
  }

  /**
   * @param place counted from 1; empty for what smart charging is enough for
   */
  private static Optional<String> find(OptionalInt place, StationTraits traits) {
    if (!traits.can(Ability.SMART_CHARGING)) {
      return Optional.of(NO_SMART_CHARGING);
    }
    return traits
        .maxProfiles()
        .filter(most -> place.isPresent() && place.getAsInt() > most)
        .map(most ->
            "The station keeps %d charging profile%s at most, with the fallback in front: there is"
                    .formatted(most, most == 1 ? "" : "s")
                + " no place for this one.");
  }
}
