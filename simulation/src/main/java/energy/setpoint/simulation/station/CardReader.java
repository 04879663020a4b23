package energy.setpoint.simulation.station;

import energy.setpoint.simulation.station.line.Uplink;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Asks the engine about the token that was shown at an EVSE. Not thread-safe. */
final class CardReader {

  private static final Duration RETRY = Duration.ofSeconds(30);

  private final MessageSet messages;
  private final Uplink uplink;
  private Optional<String> token = Optional.empty();
  private Instant nextTry = Instant.MIN;
  private boolean asking;

  CardReader(MessageSet messages, Uplink uplink) {
    this.messages = messages;
    this.uplink = uplink;
  }

  void show(String shown) {
    token = Optional.of(shown);
    nextTry = Instant.MIN;
  }

  /** The token is spent or its holder has gone. */
  void clear() {
    token = Optional.empty();
    asking = false;
  }

  /**
   * Asks when it is time to.
   *
   * @param accepted hears the token with which charging may start
   */
  void advance(Instant now, Consumer<String> accepted) {
    if (asking || token.isEmpty() || now.isBefore(nextTry)) {
      return;
    }
    String shown = token.get();
    if (uplink.isOnline()) {
      asking = true;
      uplink.send(messages.authorize(shown), answer -> heard(shown, answer, now, accepted));
    } else if (uplink.hasEverBooted()) {
      // As with LocalAuthorizeOffline and AllowOfflineTxForUnknownId.
      accepted.accept(shown);
    }
  }

  private void heard(
      String shown, Optional<JsonNode> answer, Instant now, Consumer<String> accepted) {
    if (!asking || token.filter(shown::equals).isEmpty()) {
      return;
    }
    asking = false;
    if (answer.isEmpty()) {
      nextTry = uplink.isOnline() ? now.plus(RETRY) : now;
    } else if (messages.acceptsToken(answer.get())) {
      accepted.accept(shown);
    } else {
      token = Optional.empty();
    }
  }
}
