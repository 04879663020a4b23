package energy.setpoint.ocpp.security;

import java.time.Duration;
import java.util.Optional;

/** What the gatekeeper decides. */
public sealed interface Verdict {

  Verdict COME_IN = new ComeIn();

  /** The station is who it says, as far as its profile demands. */
  record ComeIn() implements Verdict {}

  /**
   * Turned away.
   *
   * @param pause after which another attempt makes sense; empty when nothing depends on time
   */
  record TurnedAway(Refusal reason, Optional<Duration> pause) implements Verdict {

    static TurnedAway because(Refusal reason) {
      return new TurnedAway(reason, Optional.empty());
    }

    static TurnedAway because(Refusal reason, Duration pause) {
      return new TurnedAway(reason, Optional.of(pause));
    }
  }
}
