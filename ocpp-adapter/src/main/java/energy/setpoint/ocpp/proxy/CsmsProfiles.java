package energy.setpoint.ocpp.proxy;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.overheard.CsmsProfile;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The profiles of the CSMS for one station: in the book, in the store, and in force. */
final class CsmsProfiles {

  private static final Logger LOG = LoggerFactory.getLogger(CsmsProfiles.class);

  private final StationId station;
  private final ProfileBook book;
  private final ProxyStore store;
  private final Effects effects;
  private final Map<Integer, JsonNode> awaited = new HashMap<>();

  /** What follows from a change. */
  interface Effects {

    /** What the engine wants may be more or less than before. */
    void boundsChanged();

    /** A profile has to go from the station. */
    void clearInStation(int profileId);
  }

  CsmsProfiles(StationId station, ProfileBook book, ProxyStore store, Effects effects) {
    this.station = station;
    this.book = book;
    this.store = store;
    this.effects = effects;
  }

  /** What the store had when the station came; what cannot be read any more is left out. */
  void restore(List<String> payloads, RelayWords words) {
    for (String text : payloads) {
      try {
        JsonNode payload = JsonMapper.shared().readTree(text);
        if (words.findProfileChange("SetChargingProfile", payload).orElse(null)
            instanceof ProfileChange.Install install) {
          book.install(install.profile());
        }
      } catch (JacksonException | RpcException | IllegalArgumentException e) {
        LOG.warn("{}: a stored profile of the CSMS cannot be read: {}", station, e.getMessage());
      }
    }
  }

  /** False when there is no room for it. */
  boolean install(CsmsProfile profile, JsonNode payload) {
    Optional<List<Integer>> replaced = book.install(profile);
    replaced.ifPresent(ids -> {
      awaited.remove(profile.id());
      note(store.saveProfile(station, profile.id(), payload.toString()));
      removeFromStore(ids);
      effects.boundsChanged();
    });
    return replaced.isPresent();
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
  void await(CsmsProfile profile, JsonNode asSet) {
    book.await(profile)
        .ifPresent(replaced -> {
          removeFromStore(replaced);
          awaited.put(profile.id(), asSet);
          effects.boundsChanged();
        });
  }

  List<CsmsProfile> matching(ProfileChange.Clear clear) {
    return book.matching(clear);
  }

  void clear(List<CsmsProfile> gone) {
    gone.stream().filter(CsmsDesk::isInTheStation).forEach(it -> effects.clearInStation(it.id()));
    forget(gone);
  }

  /** They are gone from the station already, or never were there. */
  void forget(List<CsmsProfile> gone) {
    gone.forEach(it -> book.remove(it.id()));
    removeFromStore(gone.stream().map(CsmsProfile::id).toList());
    if (!gone.isEmpty()) {
      effects.boundsChanged();
    }
  }

  /**
   * Stores the profiles whose transactions have begun, and lets go of those whose have ended.
   *
   * @param running the transaction at an EVSE
   */
  void follow(IntFunction<Optional<String>> running) {
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
