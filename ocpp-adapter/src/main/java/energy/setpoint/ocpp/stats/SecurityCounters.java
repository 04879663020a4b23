package energy.setpoint.ocpp.stats;

import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What happened at the door and with certificates since the start. Totals never fall. */
public final class SecurityCounters {

  private final Tally turnedAway = new Tally();
  private final Tally certificatesRefused = new Tally();
  private final LongAdder lockOuts = new LongAdder();
  private final LongAdder hashed = new LongAdder();
  private final LongAdder reported = new LongAdder();
  private final Tally signing = new Tally();
  private final LongAdder reloadFailures = new LongAdder();

  public void turnedAway(String reason) {
    turnedAway.add(reason);
  }

  public void certificateRefused(String reason) {
    certificatesRefused.add(reason);
  }

  public void lockedOut() {
    lockOuts.increment();
  }

  public void hashed() {
    hashed.increment();
  }

  public void reported() {
    reported.increment();
  }

  public void signing(String outcome) {
    signing.add(outcome);
  }

  public void reloadFailed() {
    reloadFailures.increment();
  }

  /** Logins refused, by reason. */
  public Map<String, Long> turnedAway() {
    return turnedAway.snapshot();
  }

  /** TLS connections refused, by what was wrong. */
  public Map<String, Long> certificatesRefused() {
    return certificatesRefused.snapshot();
  }

  /** Pauses that were begun or made longer. */
  public long lockOuts() {
    return lockOuts.sum();
  }

  /** Passwords that were checked the slow way. */
  public long passwordsHashed() {
    return hashed.sum();
  }

  /** Security events that stations reported. */
  public long eventsReported() {
    return reported.sum();
  }

  /** What became of the stations' wishes for certificates. */
  public Map<String, Long> signingOutcomes() {
    return signing.snapshot();
  }

  /** Changed TLS files that could not be used; what was read before stays in force. */
  public long reloadFailures() {
    return reloadFailures.sum();
  }
}
