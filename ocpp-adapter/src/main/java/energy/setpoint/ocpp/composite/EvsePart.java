package energy.setpoint.ocpp.composite;

import static energy.setpoint.ocpp.composite.CompositeRequest.STATION;

import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.composite.profile.ChargingProfile;
import energy.setpoint.ocpp.composite.profile.ProfilePurpose;
import energy.setpoint.ocpp.composite.rate.Envelope;
import energy.setpoint.ocpp.composite.station.SetpointPriority;
import energy.setpoint.ocpp.composite.station.Station;
import energy.setpoint.ocpp.composite.station.StationEvse;
import energy.setpoint.ocpp.composite.station.Transaction;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What the profiles of an EVSE say while it is occupied in one way. */
final class EvsePart {

  private final Occupation occupation;
  private final StationEvse evse;
  private final boolean externalFirst;
  private final boolean ownDefaultFirst;
  private final Map<ProfilePurpose, Ladder> ladders = new EnumMap<>(ProfilePurpose.class);
  private final Ladder ownDefault;
  private final Ladder ownGeneration;

  EvsePart(
      InstalledProfiles installed,
      Station station,
      StationEvse evse,
      Occupation occupation,
      Instant now) {
    this.occupation = occupation;
    this.evse = evse;
    externalFirst = station.setpointPriority() == SetpointPriority.EXTERNAL_CONTROL;
    ownDefaultFirst = installed.rules().evseDefaultReplacesStationDefault();
    Instant relative = occupation.relativeStart(installed.rules());
    var start = new Start(station, evse.supply(), occupation.transaction(), relative, now);
    List<ChargingProfile> here = installed.on(evse.id(), occupation.transaction());
    Optional<Integer> chosen = occupation.transaction().flatMap(Transaction::selectedScheduleId);
    ScheduleChoice choice =
        ScheduleChoice.of(chosen, here.stream().filter(p -> is(p, ProfilePurpose.TX)).toList());
    List<ProfileInUse> all = here.stream().map(p -> start.start(p, choice.of(p))).toList();
    for (ProfilePurpose purpose : ProfilePurpose.values()) {
      ladders.put(purpose, ladder(all, purpose, STATION));
    }
    ownDefault = ladder(all, ProfilePurpose.TX_DEFAULT, 1);
    ownGeneration = ladder(all, ProfilePurpose.LOCAL_GENERATION, 1);
  }

  private static Ladder ladder(List<ProfileInUse> all, ProfilePurpose purpose, int leastEvse) {
    return new Ladder(
        all.stream()
            .filter(use -> is(use.profile(), purpose) && use.profile().evseId() >= leastEvse)
            .toList());
  }

  private static boolean is(ChargingProfile profile, ProfilePurpose purpose) {
    return profile.purpose() == purpose;
  }

  Interval during() {
    return occupation.during();
  }

  /**
   * Without what holds for the station as a whole.
   *
   * @param stationSetpoints what an external system wants of the whole station, when this EVSE is
   *     all of it
   */
  Envelope at(Instant moment, Optional<Envelope> stationSetpoints) {
    Envelope transaction =
        transactionAt(moment)
            .map(Envelope::ofTransaction)
            .orElseGet(() -> Envelope.unrestricted(evse.supply()));
    Optional<Envelope> external = leading(ProfilePurpose.EXTERNAL_CONSTRAINTS, moment);
    Envelope merged = external.map(transaction::under).orElse(transaction);
    return external
        .filter(Envelope::isSteered)
        .or(() -> stationSetpoints)
        .filter(limits -> externalFirst || !merged.isSteered())
        .map(merged::steeredBy)
        .orElse(merged);
  }

  /** Priority before the transaction's own profile before the default (K21.FR.04, K02.FR.04). */
  private Optional<Envelope> transactionAt(Instant moment) {
    return Optional.of(occupation.hasPriority())
        .filter(priority -> priority)
        .flatMap(priority -> leading(ProfilePurpose.PRIORITY_CHARGING, moment))
        .or(() -> leading(ProfilePurpose.TX, moment))
        .or(() -> defaultAt(moment));
  }

  private Optional<Envelope> defaultAt(Instant moment) {
    Optional<Envelope> all = leading(ProfilePurpose.TX_DEFAULT, moment);
    // Whether it replaces only its own stack level, the specification does not say: both hold.
    return ownDefaultFirst
        ? ownDefault.leadingAt(moment).flatMap(own -> all.map(own::or)).or(() -> all)
        : all;
  }

  /** Power made here, on this EVSE or for the whole station. */
  Optional<Envelope> generationAt(Instant moment) {
    return leading(ProfilePurpose.LOCAL_GENERATION, moment);
  }

  /** Power made here for this EVSE alone. */
  Optional<Envelope> ownGenerationAt(Instant moment) {
    return ownGeneration.leadingAt(moment);
  }

  private Optional<Envelope> leading(ProfilePurpose purpose, Instant moment) {
    return ladders.getOrDefault(purpose, new Ladder(List.of())).leadingAt(moment);
  }

  void changes(Consumer<Instant> moments) {
    moments.accept(during().start());
    ladders.values().forEach(ladder -> ladder.changes(during(), moments));
  }
}
