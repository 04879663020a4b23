package energy.setpoint.core.control;

import energy.setpoint.core.port.ScheduleAnswer;
import energy.setpoint.core.reconcile.HeldLimit;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What came of asking stations what they hold; safe to read from any thread. */
public final class QuestionCounters {

  /** What can come of a question. */
  public enum Outcome {
    /** The station holds what it confirmed. */
    AGREES,
    /** The station holds more than it confirmed. */
    HOLDS_MORE,
    /** The station holds less than it confirmed. */
    HOLDS_LESS,
    /** The answer could not be believed. */
    SENSELESS,
    /** The station cannot or does not want to say. */
    REFUSED,
    /** No answer came. */
    UNANSWERED
  }

  private final Map<Outcome, AtomicLong> counts = new EnumMap<>(Outcome.class);

  QuestionCounters() {
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome, new AtomicLong());
    }
  }

  /** Counts what came instead of a report. */
  public void count(ScheduleAnswer answer) {
    switch (answer) {
      case ScheduleAnswer.Refused _ -> increment(Outcome.REFUSED);
      case ScheduleAnswer.Unanswered _ -> increment(Outcome.UNANSWERED);
      case ScheduleAnswer.Reported _, ScheduleAnswer.Senseless _, ScheduleAnswer.NotAsked _ -> {}
    }
  }

  /** Counts what a report said. */
  public void count(HeldLimit.Verdict verdict) {
    increment(
        switch (verdict) {
          case AGREES -> Outcome.AGREES;
          case HOLDS_MORE -> Outcome.HOLDS_MORE;
          case HOLDS_LESS -> Outcome.HOLDS_LESS;
        });
  }

  public void countNonsense() {
    increment(Outcome.SENSELESS);
  }

  public long of(Outcome outcome) {
    AtomicLong count = counts.get(outcome);
    return count == null ? 0 : count.get();
  }

  private void increment(Outcome outcome) {
    counts.computeIfAbsent(outcome, _ -> new AtomicLong()).incrementAndGet();
  }
}
