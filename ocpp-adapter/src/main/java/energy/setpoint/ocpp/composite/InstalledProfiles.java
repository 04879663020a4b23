package energy.setpoint.ocpp.composite;

import energy.setpoint.ocpp.composite.check.Breach;
import energy.setpoint.ocpp.composite.check.ProfileCheck;
import energy.setpoint.ocpp.composite.profile.ChargingProfile;
import energy.setpoint.ocpp.composite.profile.ProfilePurpose;
import energy.setpoint.ocpp.composite.station.Station;
import energy.setpoint.ocpp.composite.station.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The profiles that a station holds, and how it takes another one. Immutable. */
public final class InstalledProfiles {

  private final CompositeRules rules;
  private final List<ChargingProfile> profiles;

  private InstalledProfiles(CompositeRules rules, List<ChargingProfile> profiles) {
    this.rules = rules;
    this.profiles = List.copyOf(profiles);
  }

  /** Of a new station. */
  public static InstalledProfiles none(CompositeRules rules) {
    return new InstalledProfiles(rules, List.of());
  }

  /** What a station does with a profile. */
  public sealed interface Installation {

    /** It takes it; one with the same id, or what else the version says, is gone. */
    record Accepted(InstalledProfiles profiles) implements Installation {}

    /** It refuses it and keeps what it has. */
    record Refused(List<Breach> breaches) implements Installation {
      public Refused {
        breaches = List.copyOf(breaches);
      }
    }
  }

  /** What these become when the station is given another one. */
  public Installation install(ChargingProfile profile, Station station) {
    List<Breach> breaches = ProfileCheck.of(rules.book(), profile, station);
    if (!breaches.isEmpty()) {
      return new Installation.Refused(breaches);
    }
    List<ChargingProfile> kept =
        new ArrayList<>(profiles.stream().filter(old -> !replaces(profile, old)).toList());
    for (ChargingProfile neighbour : kept) {
      List<Breach> clash = ProfileCheck.ofNeighbour(rules.book(), profile, neighbour.id());
      if (clashes(profile, neighbour) && !clash.isEmpty()) {
        return new Installation.Refused(clash);
      }
    }
    kept.add(profile);
    return new Installation.Accepted(new InstalledProfiles(rules, kept));
  }

  /**
   * By its id, but nothing that a CSMS sends replaces a limit from outside (K01.FR.05); in 1.6 also
   * by its place in the stack.
   */
  private boolean replaces(ChargingProfile profile, ChargingProfile old) {
    boolean samePlace =
        profile.purpose() == old.purpose()
            && profile.stackLevel() == old.stackLevel()
            && profile.evseId() == old.evseId();
    boolean sameId =
        profile.id() == old.id()
            && (old.purpose() != ProfilePurpose.EXTERNAL_CONSTRAINTS
                || profile.purpose() == ProfilePurpose.EXTERNAL_CONSTRAINTS);
    return sameId || (rules.sameStackLevelReplaces() && samePlace);
  }

  /** K01.FR.06, K01.FR.39, K01.FR.52 and K01.FR.53; limits from outside come from anybody. */
  private static boolean clashes(ChargingProfile profile, ChargingProfile other) {
    if (profile.purpose() != other.purpose() || profile.stackLevel() != other.stackLevel()) {
      return false;
    }
    return switch (profile.purpose()) {
      case TX -> profile.transactionId().equals(other.transactionId());
      case TX_DEFAULT ->
          profile.evseId() == other.evseId()
              ? profile.isValidTogetherWith(other)
              : profile.evseId() == 0 || other.evseId() == 0;
      case STATION_MAX, PRIORITY_CHARGING, LOCAL_GENERATION ->
          profile.evseId() == other.evseId() && profile.isValidTogetherWith(other);
      case EXTERNAL_CONSTRAINTS -> false;
    };
  }

  CompositeRules rules() {
    return rules;
  }

  /** In the order in which they were taken. */
  public List<ChargingProfile> profiles() {
    return profiles;
  }

  /**
   * What an EVSE has to look at, without what holds for the sum of all EVSEs.
   *
   * @param transaction on the EVSE; without one, profiles for transactions do not count
   */
  List<ChargingProfile> on(int evseId, Optional<Transaction> transaction) {
    return profiles.stream()
        .filter(p -> p.evseId() == evseId || (p.evseId() == 0 && isForEach(p.purpose())))
        .filter(p -> p.purpose() != ProfilePurpose.TX || isFor(p, transaction))
        .toList();
  }

  private static boolean isForEach(ProfilePurpose purpose) {
    return switch (purpose) {
      case TX_DEFAULT, PRIORITY_CHARGING, LOCAL_GENERATION -> true;
      case STATION_MAX, EXTERNAL_CONSTRAINTS, TX -> false;
    };
  }

  private static boolean isFor(ChargingProfile profile, Optional<Transaction> transaction) {
    return transaction
        .filter(t -> profile.transactionId().map(t.id()::equals).orElse(true))
        .isPresent();
  }
}
