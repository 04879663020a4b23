package energy.setpoint.ocpp.proxy.outage;

import energy.setpoint.core.site.StationId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Keeps what must outlive the process. Nothing here waits: a stage completes when its work is done
 * for good, exceptionally when it could not be done. Work for one station is done in the order in
 * which it was asked for.
 */
public interface ProxyStore {

  CompletionStage<Kept> load(StationId station);

  CompletionStage<Void> keep(StationId station, KeptMessage message);

  /**
   * A message needs not be kept any more.
   *
   * @param learned what its answer told; kept in the same step
   */
  CompletionStage<Void> settle(StationId station, long number, Optional<TransactionAlias> learned);

  CompletionStage<Void> forget(StationId station, TransactionAlias alias);

  /** Replaces the one with the same id. */
  CompletionStage<Void> saveProfile(StationId station, KeptProfile profile);

  CompletionStage<Void> removeProfile(StationId station, int profileId);

  /**
   * What was kept for a station.
   *
   * @param messages in the order of their numbers
   * @param aliases the oldest first
   * @param profiles in the order in which they were set
   */
  record Kept(
      List<KeptMessage> messages, List<TransactionAlias> aliases, List<KeptProfile> profiles) {

    public static final Kept NOTHING = new Kept(List.of(), List.of(), List.of());

    public Kept {
      messages = List.copyOf(messages);
      aliases = List.copyOf(aliases);
      profiles = List.copyOf(profiles);
    }
  }
}
