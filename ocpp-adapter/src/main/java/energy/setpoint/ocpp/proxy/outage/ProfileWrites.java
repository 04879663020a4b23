package energy.setpoint.ocpp.proxy.outage;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.proxy.outage.ProxyStore.Kept;
import energy.setpoint.ocpp.proxy.upstream.Pauses;
import energy.setpoint.ocpp.rpc.turn.Alarm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what becomes of one station's profiles of the CSMS until the store has it: the CSMS was
 * told that they are set. In order, one at a time, of each profile only the newest. It outlives the
 * station's connections. Any thread may use it.
 */
public final class ProfileWrites {

  private static final Logger LOG = LoggerFactory.getLogger(ProfileWrites.class);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** Twice as many as a station may have. */
  private static final int MAX_WAITING = 200;

  private final StationId station;
  private final ProxyStore store;
  private final Pauses pauses =
      new Pauses(FIRST_PAUSE, LONGEST_PAUSE, RandomGenerator.getDefault());
  private final LinkedHashMap<Integer, Write> waiting = new LinkedHashMap<>();
  private Alarm alarm = Alarm.never();
  private boolean busy;

  public ProfileWrites(StationId station, ProxyStore store) {
    this.station = station;
    this.store = store;
  }

  /**
   * @param profile empty when it is to be removed
   */
  private record Write(int id, Optional<KeptProfile> profile) {}

  /**
   * @param wakes for attempts from now on
   */
  public synchronized void with(Alarm wakes) {
    alarm = wakes;
  }

  /** What was kept for the station, as if all that waits were written. */
  public CompletionStage<Kept> load() {
    List<Write> ahead = listWaiting();
    return store.load(station).thenApply(kept -> written(ahead, kept));
  }

  private synchronized List<Write> listWaiting() {
    return List.copyOf(waiting.values());
  }

  private static Kept written(List<Write> ahead, Kept kept) {
    List<Integer> ids = ahead.stream().map(Write::id).toList();
    List<KeptProfile> profiles = new ArrayList<>(kept.profiles());
    profiles.removeIf(it -> ids.contains(it.id()));
    ahead.forEach(it -> it.profile().ifPresent(profiles::add));
    return new Kept(kept.messages(), kept.aliases(), profiles);
  }

  /** True when the store does not keep up: no more profiles should be taken in. */
  public synchronized boolean isFull() {
    return waiting.size() >= MAX_WAITING;
  }

  public void save(KeptProfile profile) {
    add(new Write(profile.id(), Optional.of(profile)));
  }

  public void remove(int profileId) {
    add(new Write(profileId, Optional.empty()));
  }

  private synchronized void add(Write write) {
    waiting.putLast(write.id(), write);
    writeNext();
  }

  private void writeNext() {
    if (busy || waiting.isEmpty()) {
      return;
    }
    busy = true;
    Write next = waiting.firstEntry().getValue();
    next.profile()
        .map(it -> store.saveProfile(station, it))
        .orElseGet(() -> store.removeProfile(station, next.id()))
        .whenComplete((done, error) -> ended(next, Optional.ofNullable(error)));
  }

  private synchronized void ended(Write write, Optional<Throwable> error) {
    if (error.isPresent()) {
      LOG.warn(
          "{}: profile {} of the CSMS is not in the store yet: {}",
          station,
          write.id(),
          String.valueOf(error.get()));
      alarm.set(pauses.next(), this::goOn);
    } else {
      waiting.remove(write.id(), write);
      pauses.reset();
      goOn();
    }
  }

  private synchronized void goOn() {
    busy = false;
    writeNext();
  }
}
