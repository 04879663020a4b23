package energy.setpoint.app.config;

import energy.setpoint.app.config.document.Kinds;
import energy.setpoint.app.config.document.Section;
import energy.setpoint.app.storage.history.HistorySettings;
import java.time.Duration;
import java.util.Optional;

/** Reads how long the past is kept; every key has a default. */
final class HistorySection {

  private final Section section;

  HistorySection(Section section) {
    this.section = section;
  }

  Optional<HistorySettings> settings() {
    HistorySettings usual = HistorySettings.DEFAULTS;
    Duration intents = kept("intents", usual.intents());
    Duration setpoints = kept("setpoints", usual.setpoints());
    Duration measurements = kept("measurements", usual.measurements());
    Duration securityEvents = kept("securityEvents", usual.securityEvents());
    return section.build(
        () -> new HistorySettings(intents, setpoints, measurements, securityEvents));
  }

  private Duration kept(String key, Duration whenAbsent) {
    return section.read(
        key, Kinds.duration(HistorySettings.SHORTEST, HistorySettings.LONGEST), whenAbsent);
  }
}
