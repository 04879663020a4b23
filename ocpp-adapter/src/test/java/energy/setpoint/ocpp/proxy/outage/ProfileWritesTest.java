package energy.setpoint.ocpp.proxy.outage;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.site.StationId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProfileWritesTest {

  private static final StationId CP1 = new StationId("CP1");

  private final Queue<Runnable> alarms = new ArrayDeque<>();
  private final FailingStore store = new FailingStore();
  private final ProfileWrites writes = new ProfileWrites(CP1, store);

  @BeforeEach
  void setAlarms() {
    writes.with((delay, work) -> {
      alarms.add(work);
      return () -> {};
    });
  }

  @Test
  void writesAProfileAgainUntilTheStoreHasIt() {
    store.fails = true;
    writes.save(profile(5, "a"));
    alarms.remove().run();
    store.fails = false;

    alarms.remove().run();

    assertThat(store.done).containsExactly("save 5 a");
    assertThat(alarms).isEmpty();
  }

  @Test
  void removesAProfileAgainUntilTheStoreIsWithoutIt() {
    writes.save(profile(5, "a"));
    store.fails = true;
    writes.remove(5);
    store.fails = false;

    alarms.remove().run();

    assertThat(store.done).containsExactly("save 5 a", "remove 5");
  }

  @Test
  void writesInOrderAndOfEachProfileOnlyTheNewest() {
    store.fails = true;
    writes.save(profile(5, "a"));
    writes.save(profile(6, "b"));
    writes.save(profile(5, "c"));
    store.fails = false;

    alarms.remove().run();

    assertThat(store.done).containsExactly("save 6 b", "save 5 c");
  }

  @Test
  void givesAStationThatComesAgainWhatIsNotInTheStoreYet() {
    writes.save(profile(5, "a"));
    writes.save(profile(7, "b"));
    store.fails = true;
    writes.remove(5);
    writes.save(profile(6, "c"));

    var kept = writes.load().toCompletableFuture().join();

    assertThat(kept.profiles()).containsExactly(profile(7, "b"), profile(6, "c"));
  }

  @Test
  void isFullWhenTheStoreDoesNotKeepUp() {
    store.fails = true;
    for (int id = 1; id < 200; id++) {
      writes.save(profile(id, "a"));
    }
    boolean before = writes.isFull();

    writes.save(profile(200, "a"));

    assertThat(before).isFalse();
    assertThat(writes.isFull()).isTrue();
  }

  private static KeptProfile profile(int id, String request) {
    return new KeptProfile(id, request, false);
  }

  /** A store that is away when a test says so. */
  private static final class FailingStore implements ProxyStore {

    private final ProxyStore rest = new MemoryStore();
    private final List<String> done = new ArrayList<>();
    private boolean fails;

    @Override
    public CompletionStage<Kept> load(StationId station) {
      return rest.load(station);
    }

    @Override
    public CompletionStage<Void> keep(StationId station, KeptMessage message) {
      return rest.keep(station, message);
    }

    @Override
    public CompletionStage<Void> settle(
        StationId station, long number, Optional<TransactionAlias> learned) {
      return rest.settle(station, number, learned);
    }

    @Override
    public CompletionStage<Void> forget(StationId station, TransactionAlias alias) {
      return rest.forget(station, alias);
    }

    @Override
    public CompletionStage<Void> saveProfile(StationId station, KeptProfile profile) {
      if (fails) {
        return CompletableFuture.failedFuture(new IllegalStateException("the store is away"));
      }
      done.add("save " + profile.id() + " " + profile.request());
      return rest.saveProfile(station, profile);
    }

    @Override
    public CompletionStage<Void> removeProfile(StationId station, int profileId) {
      if (fails) {
        return CompletableFuture.failedFuture(new IllegalStateException("the store is away"));
      }
      done.add("remove " + profileId);
      return rest.removeProfile(station, profileId);
    }
  }
}
