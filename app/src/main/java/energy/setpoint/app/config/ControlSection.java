package energy.setpoint.app.config;

import energy.setpoint.app.config.document.Kinds;
import energy.setpoint.app.config.document.Section;
import energy.setpoint.core.quantity.Current;
import java.time.Duration;
import java.util.Optional;

/** Reads how the loops run; every key has a default. */
final class ControlSection {

  private final Section section;

  ControlSection(Section section) {
    this.section = section;
  }

  Optional<ControlSettings> settings() {
    Duration guardPeriod = duration("guardPeriod", ms(200), s(60), s(2));
    Duration planPeriod = duration("planPeriod", s(10), h(24), m(5));
    Duration replanDelay = duration("replanDelay", Duration.ZERO, m(10), s(5));
    Duration horizon = duration("horizon", h(1), h(168), h(24));
    Duration step = duration("step", m(1), h(4), m(15));
    Duration lease = duration("lease", s(10), h(24), m(5));
    Duration settleTime = duration("settleTime", Duration.ZERO, m(10), s(10));
    double marginA = section.read("uncontrolledMarginA", Kinds.atLeast(0), 5.0);
    Duration planTimeBudget = duration("planTimeBudget", ms(100), m(10), s(2));
    double charge = section.read("chargeEfficiency", Kinds.aboveUpTo(0, 1), 0.92);
    double discharge = section.read("dischargeEfficiency", Kinds.aboveUpTo(0, 1), 0.92);
    return section.build(
        () ->
            new ControlSettings(
                guardPeriod,
                planPeriod,
                replanDelay,
                horizon,
                step,
                lease,
                settleTime,
                Current.ofAmps(marginA),
                planTimeBudget,
                charge,
                discharge));
  }

  private Duration duration(String key, Duration low, Duration high, Duration whenAbsent) {
    return section.read(key, Kinds.duration(low, high), whenAbsent);
  }

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }

  private static Duration s(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  private static Duration m(long minutes) {
    return Duration.ofMinutes(minutes);
  }

  private static Duration h(long hours) {
    return Duration.ofHours(hours);
  }
}
