package energy.setpoint.app.replay;

import energy.setpoint.app.input.RecordedSession;
import energy.setpoint.core.quantity.Energy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How wrong drivers are about what they will need, measured on a recording that holds both, and
 * applied to sessions of which only the truth is known: each is told as a driver told it who stayed
 * and took about as much.
 */
final class DriverErrors {

  /** Among so many of the most similar sessions one is drawn. */
  private static final int SIMILAR = 25;

  /** Differences that count alike: three hours of stay, five kilowatt-hours. */
  private static final double HOURS = 3;

  private static final double KILOWATT_HOURS = 5;

  /** Nobody says that they leave before they could have said it. */
  private static final Duration SHORTEST_STAY = Duration.ofMinutes(15);

  private final List<RecordedSession> measured;

  private DriverErrors(List<RecordedSession> measured) {
    this.measured = measured;
  }

  /**
   * @throws IllegalArgumentException when hardly any session tells what its driver had said
   */
  static DriverErrors measuredOn(List<RecordedSession> sessions) {
    List<RecordedSession> telling =
        sessions.stream()
            .filter(s -> s.requested().isPresent() && s.requestedDeparture().isPresent())
            .filter(s -> s.requestedDeparture().orElseThrow().isAfter(s.arrival()))
            .toList();
    if (telling.size() < SIMILAR) {
      throw new IllegalArgumentException(
          "Only "
              + telling.size()
              + " sessions of the drivers' recording tell what the driver had asked for; at least "
              + SIMILAR
              + " are needed.");
    }
    return new DriverErrors(telling);
  }

  /**
   * The same sessions with what their drivers say. Who asks for less than was taken is left out.
   */
  List<RecordedSession> applyTo(List<RecordedSession> truth, RandomGenerator random) {
    List<RecordedSession> told = new ArrayList<>();
    for (RecordedSession session : truth) {
      List<RecordedSession> similar =
          measured.stream()
              .sorted(Comparator.comparingDouble(other -> distance(session, other)))
              .limit(SIMILAR)
              .toList();
      told.add(asSaid(session, similar.get(random.nextInt(similar.size()))));
    }
    return told;
  }

  /**
   * The same sessions with what drivers say whose words are wrong by a spread: the stay is too long
   * or too short by a log-normal factor, the energy too much by one, because who is told that he
   * gets what he asks for asks for enough.
   *
   * @param spread standard deviation of the factor's logarithm, such as 0.25
   */
  static List<RecordedSession> spread(
      List<RecordedSession> truth, double spread, RandomGenerator random) {
    List<RecordedSession> told = new ArrayList<>();
    for (RecordedSession session : truth) {
      double more = Math.exp(Math.abs(random.nextGaussian()) * spread);
      double longer = Math.exp(random.nextGaussian() * spread);
      Duration stay = Duration.ofSeconds(Math.round(session.stay().toSeconds() * longer));
      told.add(asSaid(session, session.delivered().times(more), stay));
    }
    return told;
  }

  private static double distance(RecordedSession a, RecordedSession b) {
    double hours = a.stay().minus(b.stay()).toSeconds() / 3600.0 / HOURS;
    double energy = a.delivered().minus(b.delivered()).kilowattHours() / KILOWATT_HOURS;
    return hours * hours + energy * energy;
  }

  private static RecordedSession asSaid(RecordedSession session, RecordedSession like) {
    return asSaid(
        session, session.delivered().plus(energyError(like)), session.stay().plus(stayError(like)));
  }

  private static RecordedSession asSaid(RecordedSession session, Energy energy, Duration stay) {
    Duration said = stay.compareTo(SHORTEST_STAY) > 0 ? stay : SHORTEST_STAY;
    return new RecordedSession(
        session.id(),
        session.evse(),
        session.arrival(),
        session.departure(),
        session.delivered(),
        session.maxPower(),
        Optional.of(energy),
        Optional.of(session.arrival().plus(said)));
  }

  private static Energy energyError(RecordedSession session) {
    Energy said = session.requested().orElse(session.delivered());
    return said.minus(session.delivered()).max(Energy.ZERO);
  }

  private static Duration stayError(RecordedSession session) {
    return Duration.between(
        session.departure(), session.requestedDeparture().orElse(session.departure()));
  }

  /** What drivers said against what happened, in one sentence. */
  static String describe(List<RecordedSession> sessions) {
    double[] energy =
        sessions.stream()
            .mapToDouble(
                s -> s.requested().orElse(s.delivered()).minus(s.delivered()).kilowattHours())
            .sorted()
            .toArray();
    double[] hours =
        sessions.stream().mapToDouble(s -> stayError(s).toSeconds() / 3600.0).sorted().toArray();
    return "drivers ask for "
        + spread(energy, "kWh more than they take")
        + ", and mean to leave "
        + spread(hours, "h later than they do");
  }

  private static String spread(double[] sorted, String what) {
    return String.format(
        Locale.ROOT,
        "%.1f %s (mean; 10 %% %.1f, median %.1f, 90 %% %.1f)",
        Arrays.stream(sorted).average().orElse(0),
        what,
        quantile(sorted, 0.1),
        quantile(sorted, 0.5),
        quantile(sorted, 0.9));
  }

  private static double quantile(double[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))];
  }
}
