package energy.setpoint.ocpp.stats;

import java.util.Map;

/**
 * What happened on the OCPP connections since the start. Totals never fall; maps go from a label to
 * a total, and the number of their labels is bounded, whatever stations send.
 */
public interface OcppStatistics {

  /** Stations connected now. */
  int connected();

  long connectionsAccepted();

  /** Connections that were refused at the door, by reason. */
  Map<String, Long> connectionsRefused();

  /** Connections that ended on our initiative, by reason. */
  Map<String, Long> connectionsClosed();

  long framesReceived();

  long framesSent();

  /** Malformed or unacceptable frames, by kind. */
  Map<String, Long> badFrames();

  /** Calls of stations, by action; actions that no version knows are counted as one. */
  Map<String, Long> callsReceived();

  /** Calls of stations that were answered with an error, by error code. */
  Map<String, Long> errorsSent();

  /** Calls to stations, by action. */
  Map<String, Long> callsSent();

  /** Calls to stations that failed, by error code or kind of failure. */
  Map<String, Long> callsFailed();

  /** Calls to stations that were not answered in time. */
  long timeouts();

  /** Answers that no call was waiting for, by kind. */
  Map<String, Long> strayAnswers();

  /** Answers of ours that stations could not use (CALLRESULTERROR), by error code. */
  Map<String, Long> answersRejected();

  /** Interviews by their end: complete, incomplete, given up or cut off. */
  Map<String, Long> interviews();

  /** Messages in which a number of seconds had a fraction, which was rounded the safe way. */
  long fractionsRounded();

  /** What reviews of the profiles that stations hold found, by kind. */
  Map<String, Long> profileFindings();

  /** Messages of stations that were too large to be kept for the API. */
  long messagesNotKept();

  /** Faults of our own that were survived. */
  long faults();
}
