package energy.setpoint.ocpp.overheard;

import energy.setpoint.core.time.Interval;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The periods of a schedule with the times at which they may hold. A schedule that starts at a
 * known instant is followed; of every other one each period may hold at any time.
 *
 * @param start of an Absolute schedule; empty for every other kind
 * @param durationSeconds after which the schedule ends; empty when it goes on
 * @param delaySeconds by which the station may begin each period later (2.1, randomizedDelay)
 */
public record ScheduleLimits(
    Optional<Instant> start,
    Optional<Integer> durationSeconds,
    int delaySeconds,
    CsmsLimit.Unit unit) {

  /** As good as never, and within what a timestamp can say. */
  private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  /** A period as on the wire. */
  public record Period(int startSecond, BigDecimal limit) {}

  public List<CsmsLimit> of(List<Period> periods) {
    List<CsmsLimit> limits = new ArrayList<>();
    for (int i = 0; i < periods.size(); i++) {
      Period period = periods.get(i);
      Optional<Instant> end =
          i + 1 < periods.size() ? at(periods.get(i + 1).startSecond()) : findEnd();
      Optional<Interval> when = at(period.startSecond()).flatMap(from -> between(from, end));
      if (start.isEmpty() || when.isPresent()) {
        limits.add(new CsmsLimit(when, unit, Math.max(0, period.limit().doubleValue())));
      }
    }
    return limits;
  }

  private Optional<Instant> at(int second) {
    return start.map(it -> it.plusSeconds(second));
  }

  private Optional<Instant> findEnd() {
    return durationSeconds.flatMap(this::at);
  }

  private Optional<Interval> between(Instant from, Optional<Instant> end) {
    Instant until = end.map(it -> it.plusSeconds(delaySeconds)).orElse(NEVER);
    return from.isBefore(until) ? Optional.of(new Interval(from, until)) : Optional.empty();
  }
}
