package energy.setpoint.simulation.station.line;

import java.time.Duration;

/**
 * How a station behaves. All durations are in the site's time.
 *
 * @param meterPeriod of clock-aligned meter values; their timestamps are multiples of it
 * @param metersWhileIdle whether EVSEs without a transaction report too
 * @param bootsAfterReconnect most stations boot only after a reboot, some after every reconnect
 * @param callTimeout how long it waits for an answer
 * @param firstRetry the pause before the first attempt to reconnect; it doubles each time
 * @param longestRetry the longest such pause
 * @param maxQueued transaction messages kept while offline, before intermediate ones are dropped
 */
public record StationSettings(
    Duration meterPeriod,
    boolean metersWhileIdle,
    boolean bootsAfterReconnect,
    Duration callTimeout,
    Duration firstRetry,
    Duration longestRetry,
    int maxQueued) {

  /** Meter values every 10 s, no boot after a mere reconnect, retries from 1 s up to 30 s. */
  public static StationSettings usual() {
    return new StationSettings(
        Duration.ofSeconds(10),
        true,
        false,
        Duration.ofSeconds(30),
        Duration.ofSeconds(1),
        Duration.ofSeconds(30),
        500);
  }

  public StationSettings {
    if (meterPeriod.toMillis() < 1000 || maxQueued < 10) {
      throw new IllegalArgumentException(
          "Meter values come at most every second, and at least 10 messages are kept.");
    }
  }

  public StationSettings withMeterPeriod(Duration period) {
    return new StationSettings(
        period,
        metersWhileIdle,
        bootsAfterReconnect,
        callTimeout,
        firstRetry,
        longestRetry,
        maxQueued);
  }

  public StationSettings withIdleMeters(boolean on) {
    return new StationSettings(
        meterPeriod, on, bootsAfterReconnect, callTimeout, firstRetry, longestRetry, maxQueued);
  }

  public StationSettings withBootAfterReconnect(boolean on) {
    return new StationSettings(
        meterPeriod, metersWhileIdle, on, callTimeout, firstRetry, longestRetry, maxQueued);
  }

  public StationSettings withCallTimeout(Duration timeout) {
    return new StationSettings(
        meterPeriod,
        metersWhileIdle,
        bootsAfterReconnect,
        timeout,
        firstRetry,
        longestRetry,
        maxQueued);
  }
}
