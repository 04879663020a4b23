package energy.setpoint.core.forecast;

import energy.setpoint.core.quantity.Power;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The peak with which sessions that are over could have been served, found by bisection: under a
 * peak, in steps of a quarter of an hour, who has least time to spare is served first. Fuses below
 * the grid connection are left out.
 */
final class LeastPeak {

  private static final long STEP_SECONDS = Duration.ofMinutes(15).toSeconds();

  /** Watt-hours of all sessions together that may be missing. */
  private static final double NOISE_SHARE = 1e-3;

  private static final double PRECISION_WATTS = 50;

  private static final double SECONDS_PER_HOUR = 3600;

  private LeastPeak() {}

  static Power of(List<PastSession> sessions) {
    double low = 0;
    double high = sessions.stream().mapToDouble(s -> s.maxCharge().watts()).sum();
    while (high - low > PRECISION_WATTS) {
      double middle = (low + high) / 2;
      if (serves(sessions, middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return new Power(high);
  }

  /** A session while it is lived again. */
  private static final class Charging {
    private final PastSession session;
    private double missingWh;
    private double laxitySeconds;

    Charging(PastSession session) {
      this.session = session;
      double most = session.maxCharge().over(session.stay()).wattHours();
      this.missingWh = Math.min(session.delivered().wattHours(), most);
    }

    double connectedSeconds(Instant from) {
      Instant to = from.plusSeconds(STEP_SECONDS);
      Instant begin = session.arrival().isAfter(from) ? session.arrival() : from;
      Instant end = session.departure().isBefore(to) ? session.departure() : to;
      return Math.max(0, Duration.between(begin, end).toMillis() / 1000.0);
    }
  }

  private static boolean serves(List<PastSession> sessions, double peakWatts) {
    List<Charging> waiting = new ArrayList<>(sessions.stream().map(Charging::new).toList());
    double allowed = waiting.stream().mapToDouble(c -> c.missingWh).sum() * NOISE_SHARE;
    Instant now =
        sessions.stream().map(PastSession::arrival).min(Comparator.naturalOrder()).orElseThrow();
    double lost = 0;
    while (!waiting.isEmpty() && lost <= allowed) {
      Instant at = now;
      for (Charging c : waiting) {
        double left = Duration.between(at, c.session.departure()).toMillis() / 1000.0;
        double needed = c.missingWh * SECONDS_PER_HOUR / c.session.maxCharge().watts();
        c.laxitySeconds = left - needed;
      }
      waiting.sort(Comparator.comparingDouble(c -> c.laxitySeconds));
      double roomWh = peakWatts * STEP_SECONDS / SECONDS_PER_HOUR;
      for (Charging c : waiting) {
        double most = c.session.maxCharge().watts() * c.connectedSeconds(at) / SECONDS_PER_HOUR;
        double taken = Math.min(roomWh, Math.min(most, c.missingWh));
        c.missingWh -= taken;
        roomWh -= taken;
      }
      now = now.plusSeconds(STEP_SECONDS);
      Instant next = now;
      for (Charging c : waiting) {
        lost += c.session.departure().isAfter(next) ? 0 : c.missingWh;
      }
      waiting.removeIf(c -> c.missingWh <= 0 || !c.session.departure().isAfter(next));
    }
    return lost <= allowed;
  }
}
