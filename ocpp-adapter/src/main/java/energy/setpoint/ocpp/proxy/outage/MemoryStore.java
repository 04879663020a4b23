package energy.setpoint.ocpp.proxy.outage;

import energy.setpoint.core.site.StationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Keeps as long as the process lives: for tests, and where there is no database. */
public final class MemoryStore implements ProxyStore {

  private final Map<StationId, Shelf> shelves = new HashMap<>();

  private static final class Shelf {
    final TreeMap<Long, KeptMessage> messages = new TreeMap<>();
    final List<TransactionAlias> aliases = new ArrayList<>();
    final LinkedHashMap<Integer, KeptProfile> profiles = new LinkedHashMap<>();
  }

  @Override
  public synchronized CompletionStage<Kept> load(StationId station) {
    Shelf shelf = of(station);
    return CompletableFuture.completedFuture(
        new Kept(
            List.copyOf(shelf.messages.values()),
            shelf.aliases,
            List.copyOf(shelf.profiles.values())));
  }

  @Override
  public synchronized CompletionStage<Void> keep(StationId station, KeptMessage message) {
    of(station).messages.put(message.number(), message);
    return done();
  }

  @Override
  public synchronized CompletionStage<Void> settle(
      StationId station, long number, Optional<TransactionAlias> learned) {
    of(station).messages.remove(number);
    learned.ifPresent(of(station).aliases::add);
    return done();
  }

  @Override
  public synchronized CompletionStage<Void> forget(StationId station, TransactionAlias alias) {
    of(station).aliases.remove(alias);
    return done();
  }

  @Override
  public synchronized CompletionStage<Void> saveProfile(StationId station, KeptProfile profile) {
    of(station).profiles.putLast(profile.id(), profile);
    return done();
  }

  @Override
  public synchronized CompletionStage<Void> removeProfile(StationId station, int profileId) {
    of(station).profiles.remove(profileId);
    return done();
  }

  private Shelf of(StationId station) {
    return shelves.computeIfAbsent(station, it -> new Shelf());
  }

  private static CompletionStage<Void> done() {
    return CompletableFuture.completedFuture(null);
  }
}
