package energy.setpoint.ocpp.dialect.schedule;

import energy.setpoint.core.port.ReportedSchedule;
import energy.setpoint.core.port.ScheduleAnswer;
import energy.setpoint.core.port.ScheduleQuestion;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.ocpp.dialect.profile.RateLimit;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.RateUnit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The rates of a composite schedule as currents per phase: {@link RateLimit} read backwards, so
 * that a station that holds exactly what it was sent is read as holding exactly that.
 */
public final class ReportedRates {

  /** The highest voltage of common DC stations, as when a limit is sent to one in amperes. */
  private static final double HIGHEST_DC_VOLTS = 1000;

  /** No station means more than this, and a current beyond it may overflow. */
  private static final BigDecimal ABSURD = BigDecimal.valueOf(10_000_000);

  /** What stands where a schedule has no limit; the ledger knows what the hardware can. */
  public static final Current UNLIMITED = Current.ofAmps(10_000);

  private final ScheduleQuestion question;
  private final StationTraits traits;
  private final RateUnit unit;

  /**
   * @param unit in which the station answered
   */
  public ReportedRates(ScheduleQuestion question, StationTraits traits, RateUnit unit) {
    this.question = question;
    this.traits = traits;
    this.unit = unit;
  }

  /** The unit in which limits are sent to a station, and so the one to ask in. */
  public static RateUnit unitOf(StationTraits traits) {
    RateUnit preferred = traits.directCurrent() ? RateUnit.W : RateUnit.A;
    RateUnit other = traits.directCurrent() ? RateUnit.A : RateUnit.W;
    return traits.rateUnits().contains(preferred) ? preferred : other;
  }

  /** The current per phase of one value that stands for all phases; negative where it is. */
  public Current perPhase(BigDecimal value) {
    double number = value.doubleValue();
    double volts = question.voltage().volts();
    double amps =
        switch (unit) {
          case A -> traits.directCurrent() ? number * HIGHEST_DC_VOLTS / allPhases() : number;
          case W -> number / (onOnePhase() ? volts : allPhases());
        };
    return Current.ofAmps(amps);
  }

  /** The current of a value that is meant for one phase. */
  public Current onPhase(BigDecimal value) {
    double number = value.doubleValue();
    return Current.ofAmps(unit == RateUnit.A ? number : number / question.voltage().volts());
  }

  private double allPhases() {
    return question.voltage().volts() * question.phases();
  }

  /** An AC station that takes watts only was sent those of one phase. */
  private boolean onOnePhase() {
    return !traits.directCurrent() && !traits.rateUnits().contains(RateUnit.A);
  }

  /** True when a value is no rate that any station could mean. */
  public static boolean isAbsurd(Optional<BigDecimal> value) {
    return value.filter(it -> it.abs().compareTo(ABSURD) > 0).isPresent();
  }

  /** The answer of steps that came from a station, in whatever order and number. */
  public static ScheduleAnswer schedule(Instant start, List<ReportedSchedule.Step> steps) {
    try {
      return new ScheduleAnswer.Reported(new ReportedSchedule(start, steps));
    } catch (IllegalArgumentException e) {
      return new ScheduleAnswer.Senseless(String.valueOf(e.getMessage()));
    }
  }
}
