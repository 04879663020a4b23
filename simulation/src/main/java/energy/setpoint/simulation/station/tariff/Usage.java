package energy.setpoint.simulation.station.tariff;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.OptionalDouble;

/** What a transaction has used since its start. Not thread-safe. */
public final class Usage {

  /**
   * What is seen at the EVSE of a transaction.
   *
   * @param registerWattHours imported less exported
   * @param amps of all phases together, negative when feeding back, as {@code watts}
   */
  public record Seen(
      boolean isDc, double registerWattHours, double amps, double watts, boolean flows) {}

  private final Instant start;
  private Instant last;
  private OptionalDouble registerAtStart = OptionalDouble.empty();
  private double chargingSeconds;

  public Usage(Instant start) {
    this.start = start;
    this.last = start;
  }

  /** The time that was not counted yet. */
  public Duration since(Instant now) {
    return Duration.between(last, now);
  }

  /** Counts the time until now. */
  public Moment observe(Seen seen, Instant now, ZoneId zone) {
    if (registerAtStart.isEmpty()) {
      registerAtStart = OptionalDouble.of(seen.registerWattHours());
    }
    chargingSeconds += seen.flows() ? since(now).toMillis() / 1000.0 : 0;
    last = now;
    double seconds = Duration.between(start, now).toMillis() / 1000.0;
    return new Moment(
        LocalDateTime.ofInstant(now, zone),
        seen.isDc(),
        seen.registerWattHours() - registerAtStart.getAsDouble(),
        seen.amps(),
        seen.watts(),
        seconds,
        chargingSeconds,
        seconds - chargingSeconds);
  }
}
