package energy.setpoint.ocpp.security;

import energy.setpoint.core.site.StationId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/** Decides who comes in. */
@FunctionalInterface
public interface Gatekeeper {

  /**
   * Never waits: a password is checked on a thread of its own. Completes normally in every case.
   */
  CompletionStage<Verdict> judge(Visitor visitor);

  /** Lets everybody in who names a known station (security profile 0). */
  static Gatekeeper open(Predicate<StationId> known) {
    return visitor ->
        CompletableFuture.completedFuture(
            StationNames.find(visitor.name()).filter(known).isPresent()
                ? Verdict.COME_IN
                : Verdict.TurnedAway.because(Refusal.UNKNOWN_STATION));
  }
}
