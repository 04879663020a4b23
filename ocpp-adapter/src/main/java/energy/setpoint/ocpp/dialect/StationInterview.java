package energy.setpoint.ocpp.dialect;

import energy.setpoint.ocpp.dialect.trait.Fact;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Asks one station what it can do, over one connection. It only says what comes next; whoever holds
 * the connection sends the questions and hands in what happens. For one thread at a time.
 */
public interface StationInterview {

  /** What is to be done now; stays the same until something is handed in. */
  Step next();

  /** The station answered the last question. */
  void answered(JsonNode payload);

  /**
   * The station answered the last question with an error, with something unreadable, or not at all.
   *
   * @param told true when it said so itself: then it need not be asked again
   */
  void refused(boolean told);

  /** The station called: part of a report perhaps, else of no concern. */
  void heard(String action, JsonNode payload);

  /** Nothing was heard in time while a report was expected. */
  void overdue();

  /** What the one who holds the connection does next. */
  sealed interface Step {

    /** Send this call and hand in its answer. */
    record Ask(OutboundCall question) implements Step {}

    /** Wait for the station to call. */
    record Listen() implements Step {}

    /**
     * The end.
     *
     * @param complete false when a question got no answer, so that asking again may tell more
     */
    record Done(List<Fact> facts, boolean complete) implements Step {
      public Done {
        facts = List.copyOf(facts);
      }
    }
  }

  /**
   * Whom to ask.
   *
   * @param evses how many EVSEs the station has, at least 1
   * @param introduced true when it has said what it is (BootNotification)
   */
  record Interviewee(int evses, boolean introduced) {}
}
