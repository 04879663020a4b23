package energy.setpoint.ocpp.proxy.desk;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.composite.profile.ChargingProfile;
import energy.setpoint.ocpp.composite.profile.ProfilePurpose;
import energy.setpoint.ocpp.dialect.profile.ProfileObstacle;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.overheard.ProfileChange;
import energy.setpoint.ocpp.overheard.RelayWords;
import energy.setpoint.ocpp.proxy.bound.ProfileBook;
import energy.setpoint.ocpp.proxy.outage.KeptProfile;
import energy.setpoint.ocpp.proxy.outage.ProfileWrites;
import energy.setpoint.ocpp.rpc.RpcException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The profiles of the CSMS for one station: in the book, in the store, and in force. */
public final class CsmsProfiles {

  private static final Logger LOG = LoggerFactory.getLogger(CsmsProfiles.class);

  private final StationId station;
  private final ProfileBook book;
  private final ProfileWrites writes;
  private final Supplier<Optional<StationTraits>> traits;
  private final Effects effects;
  private final Map<Integer, JsonNode> awaited = new HashMap<>();

  /** What follows from a change. */
  public interface Effects {

    /** What the engine wants may be more or less than before. */
    void boundsChanged();

    /** A profile has to go from the station. */
    void clearInStation(int profileId);
  }

  /**
   * @param traits of the station, as far as they are known
   */
  public CsmsProfiles(
      StationId station,
      ProfileBook book,
      ProfileWrites writes,
      Supplier<Optional<StationTraits>> traits,
      Effects effects) {
    this.station = station;
    this.book = book;
    this.writes = writes;
    this.traits = traits;
    this.effects = effects;
  }

  /** What the store had when the station came; what cannot be read any more is left out. */
  public void restore(List<KeptProfile> stored, RelayWords words) {
    for (KeptProfile kept : stored) {
      try {
        JsonNode payload = JsonMapper.shared().readTree(kept.request());
        if (words.findProfileChange("SetChargingProfile", payload).orElse(null)
            instanceof ProfileChange.Install install) {
          place(install.profile(), kept.inStation());
        }
      } catch (JacksonException | RpcException | IllegalArgumentException e) {
        LOG.warn("{}: a stored profile of the CSMS cannot be read: {}", station, e.getMessage());
      }
    }
  }

  /** Where it was put: what the station can do may be known to be something else since. */
  private void place(ChargingProfile profile, boolean inStation) {
    if (inStation) {
      book.installInStation(profile);
    } else {
      book.install(profile);
    }
  }

  /** Ask before the station gets a profile: one that it has cannot be left out of account. */
  boolean hasRoomFor(ChargingProfile profile) {
    return book.hasRoomFor(profile) && !writes.isFull();
  }

  /** One that is kept here. */
  void install(ChargingProfile profile, JsonNode payload) {
    List<Integer> inStation = book.inStation().stream().map(ChargingProfile::id).toList();
    List<Integer> replaced = book.install(profile);
    Stream.concat(Stream.of(profile.id()), replaced.stream())
        .filter(inStation::contains)
        .forEach(effects::clearInStation);
    installed(new KeptProfile(profile.id(), payload.toString(), false), replaced);
  }

  /** One that the station has taken. */
  void installInStation(ChargingProfile profile, JsonNode payload) {
    List<Integer> replaced = book.installInStation(profile);
    installed(new KeptProfile(profile.id(), payload.toString(), true), replaced);
  }

  private void installed(KeptProfile profile, List<Integer> replaced) {
    awaited.remove(profile.id());
    writes.save(profile);
    removeFromStore(replaced);
    effects.boundsChanged();
  }

  /**
   * Whether a profile is for the station to hold: a limit of the station as a whole, on a level
   * that leaves one above for ours, where it takes no place that one of ours needs.
   */
  boolean belongsInStation(ChargingProfile profile) {
    return profile.purpose() == ProfilePurpose.STATION_MAX
        && traits
            .get()
            .filter(it -> profile.stackLevel() < it.maxStackLevel())
            .filter(it -> hasPlaceFor(profile, it))
            .isPresent();
  }

  private boolean hasPlaceFor(ChargingProfile profile, StationTraits of) {
    long taken = ProfileObstacle.placesOfOurs(of) + book.countInStationBeside(profile);
    return of.maxProfiles().filter(most -> taken >= most).isEmpty();
  }

  boolean isInStation(int profileId) {
    return book.inStation().stream().anyMatch(it -> it.id() == profileId);
  }

  private void removeFromStore(List<Integer> ids) {
    ids.forEach(id -> {
      awaited.remove(id);
      writes.remove(id);
    });
  }

  /**
   * For the next transaction at its EVSE. It is stored when that has begun: one that was never
   * begun would be found again as that of a later transaction.
   *
   * @param asSet payload of the SetChargingProfile call that would install it
   */
  void await(ChargingProfile profile, JsonNode asSet) {
    removeFromStore(book.await(profile));
    awaited.put(profile.id(), asSet);
    effects.boundsChanged();
  }

  List<ChargingProfile> matching(ProfileChange.Clear clear) {
    return book.matching(clear);
  }

  void clear(List<ChargingProfile> gone) {
    gone.stream()
        .map(ChargingProfile::id)
        .filter(this::isInStation)
        .forEach(effects::clearInStation);
    forget(gone);
  }

  /** They are gone from the station already, or never were there. */
  void forget(List<ChargingProfile> gone) {
    gone.forEach(it -> book.remove(it.id()));
    removeFromStore(gone.stream().map(ChargingProfile::id).toList());
    if (!gone.isEmpty()) {
      effects.boundsChanged();
    }
  }

  /**
   * Stores the profiles whose transactions have begun, and lets go of those whose have ended.
   *
   * @param running the transaction at an EVSE
   */
  public void follow(IntFunction<Optional<String>> running) {
    ProfileBook.Followed followed = book.follow(running);
    followed
        .begun()
        .forEach(id ->
            Optional.ofNullable(awaited.remove(id))
                .map(it -> new KeptProfile(id, it.toString(), false))
                .ifPresent(writes::save));
    removeFromStore(followed.gone());
    if (!followed.gone().isEmpty()) {
      effects.boundsChanged();
    }
  }
}
