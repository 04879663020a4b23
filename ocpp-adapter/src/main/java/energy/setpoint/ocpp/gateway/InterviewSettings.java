package energy.setpoint.ocpp.gateway;

import java.time.Duration;
import java.util.Optional;

/**
 * How stations are asked what they can do. All durations but the last are on the wall clock.
 *
 * @param bootGrace how long a station that connects may take to say what it is before it is asked
 * @param reportPatience how long nothing may come of a report that was promised
 * @param longest after which an interview is given up
 * @param mostQuestions after which it is given up, above 0
 * @param meterInterval how often the stations shall measure while they charge, in whole seconds of
 *     their own clock; empty to leave it to them
 */
public record InterviewSettings(
    Duration bootGrace,
    Duration reportPatience,
    Duration longest,
    int mostQuestions,
    Optional<Duration> meterInterval) {

  public static final InterviewSettings DEFAULT =
      new InterviewSettings(
          Duration.ofSeconds(20),
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          40,
          Optional.empty());

  public InterviewSettings {
    if (!bootGrace.isPositive() || !reportPatience.isPositive() || !longest.isPositive()) {
      throw new IllegalArgumentException("Durations must be above 0.");
    }
    if (mostQuestions < 1 || meterInterval.filter(it -> it.toSeconds() < 1).isPresent()) {
      throw new IllegalArgumentException(
          "There must be a question, and a meter interval of at least a second.");
    }
  }

  public InterviewSettings withMeterInterval(Optional<Duration> value) {
    return new InterviewSettings(bootGrace, reportPatience, longest, mostQuestions, value);
  }

  /** For tests: the first two. */
  public InterviewSettings withPatience(Duration grace, Duration report) {
    return new InterviewSettings(grace, report, longest, mostQuestions, meterInterval);
  }
}
