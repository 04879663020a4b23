package energy.setpoint.core.forecast;

import energy.setpoint.core.quantity.Energy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.function.ToDoubleFunction;

/**
 * How far what is said of a session can be believed. Drivers ask for more than they take and do not
 * leave when they said. So a session is expected to go as those went that were announced alike and
 * are not ruled out by what has happened so far: a vehicle that has taken 12 kWh is compared with
 * those that took more, one that is there for five hours with those that stayed longer. What was
 * said remains the most.
 */
public final class StatementTrust {

  private static final int REMEMBERED = 500;

  /** Fewer sessions than this teach nothing. */
  private static final int FEWEST = 12;

  private static final int MOST_ALIKE = 24;

  /** Half of those announced alike took at most this, so that many together are not overrated. */
  private static final double ENERGY_QUANTILE = 0.5;

  /** Most of those announced alike stayed at least this long. */
  private static final double STAY_QUANTILE = 0.25;

  /** Of the stay announced, where nothing is known; drivers are sometimes early. */
  private static final double UNKNOWN_STAY_SHARE = 0.85;

  private static final Duration SHORTEST_STAY = Duration.ofMinutes(15);

  private final ZoneId zone;
  private final double unknownStayShare;
  private final Deque<Told> past = new ArrayDeque<>();

  public StatementTrust(ZoneId zone) {
    this(zone, UNKNOWN_STAY_SHARE);
  }

  private StatementTrust(ZoneId zone, double unknownStayShare) {
    this.zone = zone;
    this.unknownStayShare = unknownStayShare;
  }

  /** Believes what is said until the past has taught otherwise. */
  static StatementTrust believing(ZoneId zone) {
    return new StatementTrust(zone, 1);
  }

  /**
   * What was said and what came of it.
   *
   * @param hourOfDay of the arrival
   * @param shareTaken of the energy that was asked for
   * @param shareStayed of the stay that was announced
   */
  private record Told(
      Energy said, double saidSeconds, double hourOfDay, double shareTaken, double shareStayed) {}

  /** Takes up a session that is over. */
  public void learn(PastSession session) {
    double saidSeconds = saidSeconds(session.arrival(), session.saidDeparture());
    past.addLast(
        new Told(
            session.said(),
            saidSeconds,
            hourOfDay(session.arrival()),
            session.delivered().wattHours() / Math.max(1, session.said().wattHours()),
            session.stay().toSeconds() / saidSeconds));
    if (past.size() > REMEMBERED) {
      past.removeFirst();
    }
  }

  /**
   * What a vehicle will probably have taken in the end, more than it has and at most what was said.
   *
   * @param said since the session started
   * @param delivered since the session started
   */
  public Energy energy(Energy said, Energy delivered) {
    double so = delivered.wattHours() / Math.max(1, said.wattHours());
    double share =
        quantile(
            Told::shareTaken,
            so,
            other -> Math.abs(Math.log(ratio(other.said(), said))),
            ENERGY_QUANTILE,
            1);
    return said.times(Math.min(1, share));
  }

  /**
   * Until when a vehicle is probably there, at most until it was said to leave, unless it is there
   * still.
   *
   * @param now not before the arrival
   */
  public Instant departure(Instant arrival, Instant said, Instant now) {
    double saidSeconds = saidSeconds(arrival, said);
    double hour = hourOfDay(arrival);
    double so = Duration.between(arrival, now).toSeconds() / saidSeconds;
    double share =
        quantile(
            Told::shareStayed,
            so,
            other ->
                hoursApart(other.hourOfDay(), hour)
                    + Math.abs(saidSeconds - other.saidSeconds()) / 3600,
            STAY_QUANTILE,
            Math.max(so, unknownStayShare));
    Instant likely = arrival.plusSeconds(Math.round(share * saidSeconds));
    Instant soonest = now.plus(SHORTEST_STAY);
    Instant believed = likely.isAfter(soonest) ? likely : soonest;
    boolean overdue = !said.isAfter(now);
    return overdue || believed.isBefore(said) ? believed : said;
  }

  private static double saidSeconds(Instant arrival, Instant departure) {
    return Math.max(1, Duration.between(arrival, departure).toSeconds());
  }

  /** Of the shares above what is reached already, in the sessions most alike. */
  private double quantile(
      ToDoubleFunction<Told> share,
      double reached,
      ToDoubleFunction<Told> distance,
      double quantile,
      double unknown) {
    double[] shares =
        past.stream()
            .filter(other -> share.applyAsDouble(other) > reached)
            .sorted(Comparator.comparingDouble(distance))
            .limit(MOST_ALIKE)
            .mapToDouble(share)
            .sorted()
            .toArray();
    return shares.length < FEWEST
        ? unknown
        : shares[(int) Math.round(quantile * (shares.length - 1))];
  }

  private static double ratio(Energy a, Energy b) {
    return Math.max(1, a.wattHours()) / Math.max(1, b.wattHours());
  }

  private static double hoursApart(double a, double b) {
    double apart = Math.abs(a - b);
    return Math.min(apart, 24 - apart);
  }

  private double hourOfDay(Instant at) {
    return at.atZone(zone).toLocalTime().toSecondOfDay() / 3600.0;
  }
}
