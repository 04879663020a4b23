package energy.setpoint.der.template;

import java.time.Duration;

/**
 * Reads how often a point is read and how long it may be believed.
 *
 * @param period of the device
 * @param staleAfter what is read with every poll
 */
record PollingReader(Duration period, Duration staleAfter) {

  private static final int SELDOMEST = 100_000;
  private static final Duration LONGEST = Duration.ofDays(7);

  /** The keys {@code every} and {@code staleAfter} of a point. */
  Polling read(YamlSection section, int usual) {
    int every = section.integer("every", 1, SELDOMEST, usual);
    Duration between = period.multipliedBy(every);
    Duration stale =
        section.duration(
            "staleAfter",
            Duration.ofMillis(100),
            LONGEST,
            staleAfter.plus(period.multipliedBy(every - 1L)));
    if (section.has("staleAfter") && stale.compareTo(between) <= 0) {
      section.note(
          "staleAfter",
          "'" + YamlSection.shown(stale) + "'",
          "more than the " + YamlSection.shown(between) + " between two reads");
    }
    return new Polling(every, stale);
  }
}
