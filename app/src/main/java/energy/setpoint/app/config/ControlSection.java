package energy.setpoint.app.config;

import energy.setpoint.app.config.document.Kinds;
import energy.setpoint.app.config.document.Section;
import energy.setpoint.core.control.ControlSettings;
import energy.setpoint.core.control.OverdrawResponse;
import energy.setpoint.core.control.SurplusSettings;
import energy.setpoint.core.quantity.Current;
import java.time.Duration;
import java.util.Optional;

/** Reads how the loops run; every key has a default. */
final class ControlSection {

  private final Section section;

  ControlSection(Section section) {
    this.section = section;
  }

  Optional<ControlSettings> settings(SurplusSettings surplus) {
    ControlSettings usual = ControlSettings.DEFAULTS;
    Duration guardPeriod = duration("guardPeriod", ms(200), s(60), usual.guardPeriod());
    Duration planPeriod = duration("planPeriod", s(10), h(24), usual.planPeriod());
    Duration replanDelay = duration("replanDelay", ms(100), m(10), usual.replanDelay());
    Duration horizon = duration("horizon", h(1), h(168), usual.horizon());
    Duration step = duration("step", m(1), h(4), usual.step());
    Duration planTimeBudget = duration("planTimeBudget", ms(100), m(10), usual.planTimeBudget());
    Duration planMaxAge = duration("planMaxAge", m(1), h(24), usual.planMaxAge());
    Duration lease = duration("lease", s(10), h(24), usual.lease());
    Duration settleTime = duration("settleTime", s(1), m(10), usual.settleTime());
    double marginA =
        section.read("uncontrolledMarginA", Kinds.atLeast(0), usual.uncontrolledMargin().amps());
    double charge =
        section.read("chargeEfficiency", Kinds.aboveUpTo(0, 1), usual.chargeEfficiency());
    double discharge =
        section.read("dischargeEfficiency", Kinds.aboveUpTo(0, 1), usual.dischargeEfficiency());
    OverdrawResponse overdraw =
        section.read(
            "overdrawResponse", Kinds.choice(OverdrawResponse.class), usual.overdrawResponse());
    return section.build(() ->
        new ControlSettings(
            guardPeriod,
            planPeriod,
            replanDelay,
            horizon,
            step,
            planTimeBudget,
            planMaxAge,
            lease,
            settleTime,
            Current.ofAmps(marginA),
            charge,
            discharge,
            overdraw,
            surplus));
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
