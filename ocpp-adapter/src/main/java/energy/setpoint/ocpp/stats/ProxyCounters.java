package energy.setpoint.ocpp.stats;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** The counters behind {@link ProxyStatistics}. */
public final class ProxyCounters implements ProxyStatistics {

  private final AtomicInteger upstreamConnected = new AtomicInteger();
  private final LongAdder upstreamConnects = new LongAdder();
  private final LongAdder upstreamLosses = new LongAdder();
  private final LongAdder kept = new LongAdder();
  private final LongAdder replayed = new LongAdder();
  private final LongAdder bounded = new LongAdder();
  private final Tally guessed = new Tally();
  private final Tally resendFailures = new Tally();
  private final Tally upstreamFailures = new Tally();
  private final Tally relayed = new Tally();
  private final Tally rewritten = new Tally();
  private final Tally refused = new Tally();
  private final Tally answeredHere = new Tally();
  private final Tally dropped = new Tally();
  private final Tally unheard = new Tally();

  public void upstreamConnected() {
    upstreamConnects.increment();
    upstreamConnected.incrementAndGet();
  }

  public void upstreamLost() {
    upstreamLosses.increment();
    upstreamConnected.decrementAndGet();
  }

  public void upstreamEnded() {
    upstreamConnected.decrementAndGet();
  }

  public void upstreamFailed(String kind) {
    upstreamFailures.add(kind);
  }

  public void relayedUp() {
    relayed.add("up");
  }

  public void relayedDown() {
    relayed.add("down");
  }

  public void rewritten(String reason) {
    rewritten.add(reason);
  }

  public void refused(String what) {
    refused.add(what);
  }

  public void answeredHere(String action) {
    answeredHere.add(action);
  }

  public void messageKept() {
    kept.increment();
  }

  public void messageReplayed() {
    replayed.increment();
  }

  public void dropped(String reason) {
    dropped.add(reason);
  }

  public void unheard(String reason) {
    unheard.add(reason);
  }

  public void intentBounded() {
    bounded.increment();
  }

  public void resendFailed(String outcome) {
    resendFailures.add(outcome);
  }

  public void limitGuessed(String reason) {
    guessed.add(reason);
  }

  @Override
  public int upstreamsOpen() {
    return upstreamConnected.get();
  }

  @Override
  public long upstreamConnects() {
    return upstreamConnects.sum();
  }

  @Override
  public long upstreamLosses() {
    return upstreamLosses.sum();
  }

  @Override
  public Map<String, Long> upstreamFailures() {
    return upstreamFailures.snapshot();
  }

  @Override
  public Map<String, Long> relayed() {
    return relayed.snapshot();
  }

  @Override
  public Map<String, Long> rewritten() {
    return rewritten.snapshot();
  }

  @Override
  public Map<String, Long> refused() {
    return refused.snapshot();
  }

  @Override
  public Map<String, Long> answeredHere() {
    return answeredHere.snapshot();
  }

  @Override
  public long kept() {
    return kept.sum();
  }

  @Override
  public long replayed() {
    return replayed.sum();
  }

  @Override
  public Map<String, Long> dropped() {
    return dropped.snapshot();
  }

  @Override
  public Map<String, Long> unheard() {
    return unheard.snapshot();
  }

  @Override
  public long bounded() {
    return bounded.sum();
  }

  @Override
  public Map<String, Long> resendFailures() {
    return resendFailures.snapshot();
  }

  @Override
  public Map<String, Long> guessed() {
    return guessed.snapshot();
  }
}
