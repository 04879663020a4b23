package energy.setpoint.ocpp.dialect.schedule;

import energy.setpoint.core.event.ExternalLimit;
import energy.setpoint.core.event.ExternalLimit.Bound;
import energy.setpoint.core.event.ExternalLimit.Period;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.rpc.frame.RpcErrorCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Schedules of limits that a station announces, on the calendar. */
public final class AnnouncedLimits {

  /** Of a schedule without a duration. */
  private static final Instant OPEN_END = Instant.parse("9999-12-31T00:00:00Z");

  /** A station cannot mean more: it is beyond every supply. */
  private static final double MOST = 1e9;

  private AnnouncedLimits() {}

  /**
   * A limit from one second of a schedule until the next one.
   *
   * @param limit in amperes per phase or in watts; empty when none is said
   */
  public record Step(int startSeconds, Optional<BigDecimal> limit) {}

  /**
   * The EVSE that a limit is for: none for the station as a whole.
   *
   * @throws RpcException for a number below 0
   */
  public static OptionalInt evse(Optional<Integer> number) throws RpcException {
    if (number.orElse(0) < 0) {
      throw new RpcException(
          RpcErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
          "evseId must be at least 0, but is " + number.orElse(0));
    }
    return number.filter(it -> it > 0).map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  /**
   * @param amperes true for amperes per phase, false for watts
   * @param said when second 0 is
   * @param durationSeconds empty for ever
   */
  public static List<Period> periods(
      boolean amperes, Instant said, Optional<Integer> durationSeconds, List<Step> steps) {
    Instant start = said.isBefore(OPEN_END) ? said : OPEN_END; // later ones overflow
    Instant end =
        durationSeconds.map(seconds -> start.plusSeconds(Math.max(0, seconds))).orElse(OPEN_END);
    List<Period> periods = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Instant from = start.plusSeconds(steps.get(i).startSeconds());
      Instant until =
          i + 1 < steps.size() ? start.plusSeconds(steps.get(i + 1).startSeconds()) : end;
      Instant last = until.isBefore(end) ? until : end;
      if (from.isBefore(last)) {
        steps
            .get(i)
            .limit()
            .map(limit -> bound(amperes, limit.doubleValue()))
            .ifPresent(bound -> periods.add(new Period(new Interval(from, last), bound)));
      }
    }
    return periods;
  }

  private static Bound bound(boolean amperes, double limit) {
    double sensible = Math.clamp(limit, 0, MOST);
    return amperes
        ? new Bound.Amperes(Current.ofAmps(sensible))
        : new Bound.Watts(Power.ofWatts(sensible));
  }

  /** A limit with the periods of all its schedules. */
  public static ExternalLimit limit(
      String source, boolean gridCritical, boolean localGeneration, List<List<Period>> schedules) {
    return new ExternalLimit(
        source, gridCritical, localGeneration, schedules.stream().flatMap(List::stream).toList());
  }
}
