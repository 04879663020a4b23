package energy.setpoint.ocpp.proxy.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When the power path of a transaction closed, from which Relative schedules count: in 1.6 when the
 * transaction started, in 2.x when the vehicle was there and authorized.
 *
 * @param earliest not before
 * @param latest not after, and not before the earliest; empty while it may be open still
 */
public record PowerPath(Instant earliest, Optional<Instant> latest) {

  /**
   * What a station tells. Its clock may be wrong, but nothing is told before it happens.
   *
   * @param at by the station's clock
   * @param heard by ours
   */
  static PowerPath openAt(Instant at, Instant heard) {
    return new PowerPath(at.isBefore(heard) ? at : heard, Optional.empty());
  }

  /** It was still open then. */
  PowerPath notBefore(Instant moment) {
    boolean news = latest.isEmpty() && moment.isAfter(earliest);
    return news ? new PowerPath(moment, latest) : this;
  }

  /** It was closed by then. */
  PowerPath notAfter(Instant moment) {
    boolean news = latest.isEmpty() && !moment.isBefore(earliest);
    return news ? new PowerPath(earliest, Optional.of(moment)) : this;
  }

  /** By how much nobody knows when it closed, seen from a moment. */
  Duration doubtAt(Instant now) {
    Duration doubt = Duration.between(earliest, latest.orElse(now));
    return doubt.isNegative() ? Duration.ZERO : doubt;
  }
}
