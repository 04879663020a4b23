package energy.setpoint.core.control.grid;

import energy.setpoint.core.control.ControlCounters;
import energy.setpoint.core.intent.RequestedIntent;
import energy.setpoint.core.port.ChargerGateway;
import energy.setpoint.core.port.IntentOutcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Tells stations what somebody asked for, and whoever asked what became of it. */
public final class StationRequests {

  private static final System.Logger LOG = System.getLogger(StationRequests.class.getName());

  private final ChargerGateway chargers;
  private final ControlCounters counters;
  private final Executor loop;

  /**
   * @param loop takes the answers of stations back into the loop
   */
  public StationRequests(ChargerGateway chargers, ControlCounters counters, Executor loop) {
    this.chargers = chargers;
    this.counters = counters;
    this.loop = loop;
  }

  /**
   * @return completes normally in every case, in the loop, after the books know of it
   */
  public CompletionStage<IntentOutcome> send(RequestedIntent intent) {
    return start(intent)
        .handleAsync(
            (outcome, failure) -> {
              IntentOutcome known =
                  failure == null
                      ? outcome
                      : new IntentOutcome.Unanswered(List.of(), failure.toString());
              counters.count(known);
              LOG.log(
                  known instanceof IntentOutcome.Accepted
                      ? System.Logger.Level.INFO
                      : System.Logger.Level.WARNING,
                  "By request, {0}: {1}",
                  intent,
                  known);
              return known;
            },
            loop);
  }

  /** A fault of an adapter counts as no answer. */
  private CompletionStage<IntentOutcome> start(RequestedIntent intent) {
    try {
      return chargers.send(intent);
    } catch (RuntimeException e) {
      return CompletableFuture.failedStage(e);
    }
  }
}
