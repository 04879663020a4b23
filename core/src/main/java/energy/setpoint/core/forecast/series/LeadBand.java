package energy.setpoint.core.forecast.series;

import java.time.Duration;

/** How far ahead a forecast looks. Each band learns and is judged at one lead in its middle. */
public enum LeadBand {
  /** Up to an hour. */
  HOUR(Duration.ofMinutes(60), Duration.ofMinutes(30)),
  /** From one hour to six. */
  QUARTER_DAY(Duration.ofHours(6), Duration.ofHours(3)),
  /** From six hours to a day. */
  DAY(Duration.ofHours(24), Duration.ofHours(14)),
  /** Beyond a day. */
  BEYOND(Duration.ofHours(48), Duration.ofHours(36));

  private final Duration end;
  private final Duration judgedAt;

  LeadBand(Duration end, Duration judgedAt) {
    this.end = end;
    this.judgedAt = judgedAt;
  }

  /** The band of a lead; the last one has no end. */
  static LeadBand of(Duration lead) {
    for (LeadBand band : values()) {
      if (lead.compareTo(band.end) < 0) {
        return band;
      }
    }
    return BEYOND;
  }

  Duration judgedAt() {
    return judgedAt;
  }
}
