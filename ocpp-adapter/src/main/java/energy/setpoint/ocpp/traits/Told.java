package energy.setpoint.ocpp.traits;

import energy.setpoint.ocpp.dialect.trait.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a station told in an interview.
 *
 * @param subprotocol in whose words it told
 * @param identity what it was then; empty when it had not said
 * @param at in the site's time
 * @param complete false when it left a question unanswered
 */
public record Told(
    String subprotocol,
    Optional<Identity> identity,
    Instant at,
    boolean complete,
    List<Fact> facts) {

  public Told {
    facts = List.copyOf(facts);
  }
}
