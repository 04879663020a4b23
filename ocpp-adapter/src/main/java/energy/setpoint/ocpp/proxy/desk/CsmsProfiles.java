package energy.setpoint.ocpp.proxy.desk;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.composite.profile.ChargingProfile;
import energy.setpoint.ocpp.composite.profile.ProfilePurpose;
import energy.setpoint.ocpp.overheard.ProfileChange;
import energy.setpoint.ocpp.overheard.RelayWords;
import energy.setpoint.ocpp.proxy.bound.ProfileBook;
import energy.setpoint.ocpp.proxy.outage.ProxyStore;
import energy.setpoint.ocpp.rpc.RpcException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
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
  private final ProxyStore store;
  private final IntSupplier levels;
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
   * @param levels the highest stack level of the station, where our own limit for all of it goes
   */
  public CsmsProfiles(
      StationId station, ProfileBook book, ProxyStore store, IntSupplier levels, Effects effects) {
    this.station = station;
    this.book = book;
    this.store = store;
    this.levels = levels;
    this.effects = effects;
  }

  /** What the store had when the station came; what cannot be read any more is left out. */
  public void restore(List<String> payloads, RelayWords words) {
    for (String text : payloads) {
      try {
        JsonNode payload = JsonMapper.shared().readTree(text);
        if (words.findProfileChange("SetChargingProfile", payload).orElse(null)
            instanceof ProfileChange.Install install) {
          place(install.profile());
        }
      } catch (JacksonException | RpcException | IllegalArgumentException e) {
        LOG.warn("{}: a stored profile of the CSMS cannot be read: {}", station, e.getMessage());
      }
    }
  }

  private void place(ChargingProfile profile) {
    if (belongsInStation(profile)) {
      book.installInStation(profile);
    } else {
      book.install(profile);
    }
  }

  /** False when there is no room for it. */
  boolean install(ChargingProfile profile, JsonNode payload) {
    boolean wasInStation = isInStation(profile.id());
    Optional<List<Integer>> replaced = book.install(profile);
    replaced.ifPresent(ids -> {
      if (wasInStation) {
        effects.clearInStation(profile.id());
      }
      installed(profile, payload, ids);
    });
    return replaced.isPresent();
  }

  /** One that the station has taken. */
  void installInStation(ChargingProfile profile, JsonNode payload) {
    book.installInStation(profile).ifPresent(ids -> installed(profile, payload, ids));
  }

  private void installed(ChargingProfile profile, JsonNode payload, List<Integer> replaced) {
    awaited.remove(profile.id());
    note(store.saveProfile(station, profile.id(), payload.toString()));
    removeFromStore(replaced);
    effects.boundsChanged();
  }

  /**
   * Whether a profile is for the station to hold: a limit of the station as a whole, on a level
   * that leaves one above for ours.
   */
  boolean belongsInStation(ChargingProfile profile) {
    return profile.purpose() == ProfilePurpose.STATION_MAX
        && profile.stackLevel() < levels.getAsInt();
  }

  boolean isInStation(int profileId) {
    return book.inStation().stream().anyMatch(it -> it.id() == profileId);
  }

  private void removeFromStore(List<Integer> ids) {
    ids.forEach(id -> {
      awaited.remove(id);
      note(store.removeProfile(station, id));
    });
  }

  /**
   * For the next transaction at its EVSE. It is stored when that has begun: one that was never
   * begun would be found again as that of a later transaction.
   *
   * @param asSet payload of the SetChargingProfile call that would install it
   */
  void await(ChargingProfile profile, JsonNode asSet) {
    book.await(profile)
        .ifPresent(replaced -> {
          removeFromStore(replaced);
          awaited.put(profile.id(), asSet);
          effects.boundsChanged();
        });
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
                .ifPresent(it -> note(store.saveProfile(station, id, it.toString()))));
    removeFromStore(followed.gone());
    if (!followed.gone().isEmpty()) {
      effects.boundsChanged();
    }
  }

  private void note(CompletionStage<Void> work) {
    work.whenComplete((done, error) -> {
      if (error != null) {
        LOG.warn("{}: a profile of the CSMS could not be stored", station, error);
      }
    });
  }
}
