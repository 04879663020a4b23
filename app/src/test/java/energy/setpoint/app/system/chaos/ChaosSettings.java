package energy.setpoint.app.system.chaos;

import java.time.Duration;

/**
 * How long and how fast.
 *
 * @param strikes how long things break, by the wall clock
 * @param speed seconds of the site's time in each second
 */
record ChaosSettings(long seed, Duration strikes, double speed) {

  /** Longer than any bound of a test in the build. */
  private static final Duration LONG = Duration.ofMinutes(10);

  private static final Duration SHORT = Duration.ofSeconds(32);

  /** From {@code -Dchaos.minutes}, {@code -Dchaos.seed} and {@code -Dchaos.speed}. */
  static ChaosSettings ofSystemProperties() {
    String minutes = System.getProperty("chaos.minutes", "");
    return new ChaosSettings(
        Long.getLong("chaos.seed", 5),
        minutes.isBlank()
            ? SHORT
            : Duration.ofSeconds(Math.round(60 * Double.parseDouble(minutes))),
        Double.parseDouble(System.getProperty("chaos.speed", "5")));
  }

  /** How much time goes by at the site while things break. */
  long siteSeconds() {
    return Math.round(strikes.toSeconds() * speed);
  }

  /** Whether it is the real thing and not the run of the build. */
  boolean isLong() {
    return strikes.compareTo(LONG) >= 0;
  }
}
