package energy.setpoint.ocpp.gateway.review;

import energy.setpoint.core.event.ProfilesReported;
import energy.setpoint.core.intent.AdjustSetpoint;
import energy.setpoint.core.intent.AllowEnergyTransfer;
import energy.setpoint.core.intent.CallReserve;
import energy.setpoint.core.intent.CapPhases;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.CapStation;
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
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.dialect.profile.HeldProfile;
import energy.setpoint.ocpp.dialect.profile.ProfilePlan;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares the profiles that a station holds with those that it accepted from us, by id, and judges
 * those of others by purpose and stack level: on a higher level one goes before ours, on the same
 * one nobody knows (2.x K01.FR.06, K01.FR.39).
 *
 * @param wanted what was sent to the station and not refused
 * @param traits by which our own stack level follows
 */
public record ProfileReview(
    StationId station, List<ChargingIntent> wanted, StationTraits traits, Instant now) {

  /** What a station tells at the very end of a lease may or may not have it any more. */
  private static final int ENDING_SECONDS = 30;

  public ProfileReview {
    wanted = List.copyOf(wanted);
  }

  /** What is not as it should be. */
  public List<Finding> of(List<HeldProfile> held) {
    List<Finding> findings = new ArrayList<>();
    Set<Integer> ids = held.stream().map(HeldProfile::id).collect(Collectors.toSet());
    for (ChargingIntent intent : wanted) {
      findId(intent)
          .filter(id -> !ids.contains(id))
          .ifPresent(id -> findings.add(missing(intent, id)));
    }
    held.stream()
        .filter(profile -> !ProfilePlan.isOurs(profile.id()))
        .forEach(profile -> findings.add(foreign(profile)));
    return findings;
  }

  /** The same for the engine. */
  public ProfilesReported event(List<HeldProfile> held, List<Finding> findings) {
    int fallback = ProfilePlan.ofFallback().id();
    boolean wantsFallback = wanted.stream().anyMatch(SetFallback.class::isInstance);
    return new ProfilesReported(
        station,
        now,
        wantsFallback && held.stream().noneMatch(profile -> profile.id() == fallback),
        held.stream()
            .filter(this::hidesFallback)
            .map(HeldProfile::evse)
            .collect(Collectors.toSet()),
        findings.stream().map(Finding::sentence).toList());
  }

  /** The id of the profile that an intent must have left in the station; empty when it need not. */
  private Optional<Integer> findId(ChargingIntent intent) {
    if (intent instanceof LeasedIntent leased && !isRunning(leased.validity())) {
      return Optional.empty();
    }
    return switch (intent) {
      case SetFallback _ -> Optional.of(ProfilePlan.ofFallback().id());
      case CapStation _ -> Optional.of(ProfilePlan.idOfStationMaximum());
      case OfferPriority _ -> Optional.of(ProfilePlan.ofPriority().id());
      case CapPower _, CapPhases _, SwitchPhases _, FollowSetpoint _, AdjustSetpoint _, Operate _ ->
          Optional.of(ProfilePlan.idOf(((EvseIntent) intent).evse()));
      case PrioritizeCharging _,
          AllowEnergyTransfer _,
          CallReserve _,
          Release _,
          StopTransaction _,
          RequestedIntent _ ->
          Optional.empty();
    };
  }

  private boolean isRunning(Interval lease) {
    return now.plusSeconds(ENDING_SECONDS).isBefore(lease.end());
  }

  private Finding missing(ChargingIntent intent, int id) {
    return new Finding(
        Finding.Kind.MISSING,
        "Station %s does not hold the profile %d of %s that it accepted."
            .formatted(station, id, intent.getClass().getSimpleName()));
  }

  private Finding foreign(HeldProfile profile) {
    Finding.Kind kind = kind(profile);
    String place = profile.evse() == 0 ? "" : " at EVSE " + profile.evse();
    String effect =
        kind == Finding.Kind.LIFTS
            ? "it may go before our limits, and nothing of ours holds then"
            : "less than we allow may flow";
    return new Finding(
        kind,
        "Station %s holds a %s of %s%s that is not ours (id %d, stack level %d): %s."
            .formatted(
                station,
                profile.purpose().wire(),
                profile.source(),
                place,
                profile.id(),
                profile.stackLevel(),
                effect));
  }

  private boolean hidesFallback(HeldProfile profile) {
    return profile.purpose() == HeldProfile.Purpose.DEFAULT
        && !ProfilePlan.isOurs(profile.id())
        && kind(profile) == Finding.Kind.LIFTS;
  }

  private Finding.Kind kind(HeldProfile profile) {
    boolean goesBefore =
        switch (profile.purpose()) {
          case EXTERNAL_CONSTRAINTS, STATION_MAXIMUM -> false;
          case DEFAULT -> profile.stackLevel() >= ProfilePlan.ofFallback().stackLevel();
          case TRANSACTION -> profile.stackLevel() >= ProfilePlan.stackLevel(traits);
          case PRIORITY, LOCAL_GENERATION -> true;
        };
    return goesBefore ? Finding.Kind.LIFTS : Finding.Kind.LIMITS;
  }
}
