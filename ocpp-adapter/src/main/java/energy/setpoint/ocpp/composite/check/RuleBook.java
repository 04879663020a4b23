package energy.setpoint.ocpp.composite.check;

import java.util.Map;

/**
 * Which profiles a version allows.
 *
 * @param written the rules that it has, and where each is written; others do not hold
 * @param path where fields stand in its messages
 */
public record RuleBook(Map<ProfileRule, String> written, ProfilePath path) {

  public RuleBook {
    written = Map.copyOf(written);
  }
}
