package energy.setpoint.simulation.station.habit;

import java.time.Duration;

/** How a station answers an action. */
public sealed interface Reply {

  /** As it should. */
  record Usual() implements Reply {}

  /**
   * Does nothing and answers a status.
   *
   * @param status such as {@code Rejected}
   */
  record Refuses(String status) implements Reply {}

  /**
   * Does nothing and answers a CALLERROR.
   *
   * @param code such as {@code InternalError}
   */
  record Fails(String code) implements Reply {}

  /**
   * Never answers.
   *
   * @param obeys whether it does what it was told all the same
   */
  record Silent(boolean obeys) implements Reply {}

  /** Obeys at once and answers later. */
  record Late(Duration by) implements Reply {}

  /** Answers, and says the same again. */
  record Twice() implements Reply {}

  /** Obeys and answers half of a frame, which is not JSON. */
  record Garbled() implements Reply {}

  /** Does nothing; the connection is gone without a word. */
  record Disconnects() implements Reply {}

  /** Obeys, answers and then restarts, whatever is going on. */
  record Reboots() implements Reply {}
}
