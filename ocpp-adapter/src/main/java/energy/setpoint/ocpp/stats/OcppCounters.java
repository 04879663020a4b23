package energy.setpoint.ocpp.stats;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** The counters behind {@link OcppStatistics}; one instance serves gateway and server. */
public final class OcppCounters implements OcppStatistics {

  private final AtomicInteger connected = new AtomicInteger();
  private final LongAdder accepted = new LongAdder();
  private final LongAdder framesReceived = new LongAdder();
  private final LongAdder framesSent = new LongAdder();
  private final LongAdder timeouts = new LongAdder();
  private final LongAdder faults = new LongAdder();
  private final Tally refused = new Tally();
  private final Tally closed = new Tally();
  private final Tally badFrames = new Tally();
  private final Tally callsReceived = new Tally();
  private final Tally errorsSent = new Tally();
  private final Tally callsSent = new Tally();
  private final Tally callsFailed = new Tally();
  private final Tally strayAnswers = new Tally();
  private final Tally answersRejected = new Tally();
  private final Tally interviews = new Tally();
  private final LongAdder messagesNotKept = new LongAdder();
  private final LongAdder fractionsRounded = new LongAdder();
  private final Tally profileFindings = new Tally();

  public void stationConnected() {
    accepted.increment();
    connected.incrementAndGet();
  }

  public void stationLost() {
    connected.decrementAndGet();
  }

  public void connectionRefused(String reason) {
    refused.add(reason);
  }

  public void connectionClosed(String reason) {
    closed.add(reason);
  }

  public void frameReceived() {
    framesReceived.increment();
  }

  public void frameSent() {
    framesSent.increment();
  }

  public void badFrame(String kind) {
    badFrames.add(kind);
  }

  public void callReceived(String action) {
    callsReceived.add(action);
  }

  public void errorSent(String code) {
    errorsSent.add(code);
  }

  public void callSent(String action) {
    callsSent.add(action);
  }

  public void callFailed(String why) {
    callsFailed.add(why);
  }

  public void timeout() {
    timeouts.increment();
  }

  public void fractionRounded() {
    fractionsRounded.increment();
  }

  public void profileFinding(String kind) {
    profileFindings.add(kind);
  }

  public void strayAnswer(String kind) {
    strayAnswers.add(kind);
  }

  public void answerRejected(String code) {
    answersRejected.add(code);
  }

  public void interviewEnded(String how) {
    interviews.add(how);
  }

  public void messageNotKept() {
    messagesNotKept.increment();
  }

  public void fault() {
    faults.increment();
  }

  @Override
  public int connected() {
    return connected.get();
  }

  @Override
  public long connectionsAccepted() {
    return accepted.sum();
  }

  @Override
  public Map<String, Long> connectionsRefused() {
    return refused.snapshot();
  }

  @Override
  public Map<String, Long> connectionsClosed() {
    return closed.snapshot();
  }

  @Override
  public long framesReceived() {
    return framesReceived.sum();
  }

  @Override
  public long framesSent() {
    return framesSent.sum();
  }

  @Override
  public Map<String, Long> badFrames() {
    return badFrames.snapshot();
  }

  @Override
  public Map<String, Long> callsReceived() {
    return callsReceived.snapshot();
  }

  @Override
  public Map<String, Long> errorsSent() {
    return errorsSent.snapshot();
  }

  @Override
  public Map<String, Long> callsSent() {
    return callsSent.snapshot();
  }

  @Override
  public Map<String, Long> callsFailed() {
    return callsFailed.snapshot();
  }

  @Override
  public long timeouts() {
    return timeouts.sum();
  }

  @Override
  public Map<String, Long> strayAnswers() {
    return strayAnswers.snapshot();
  }

  @Override
  public Map<String, Long> answersRejected() {
    return answersRejected.snapshot();
  }

  @Override
  public Map<String, Long> interviews() {
    return interviews.snapshot();
  }

  @Override
  public long fractionsRounded() {
    return fractionsRounded.sum();
  }

  @Override
  public Map<String, Long> profileFindings() {
    return profileFindings.snapshot();
  }

  @Override
  public long messagesNotKept() {
    return messagesNotKept.sum();
  }

  @Override
  public long faults() {
    return faults.sum();
  }
}
