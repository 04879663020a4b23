package energy.setpoint.ocpp.dialect.schedule;

import energy.setpoint.core.event.ScheduleAnnounced;
import energy.setpoint.core.event.ScheduleAnnounced.Planned;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.dialect.StationContext;
import energy.setpoint.ocpp.dialect.profile.RateLimit;
import energy.setpoint.ocpp.dialect.trait.StationTraits.RateUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A schedule that a vehicle announced, beside what it was offered (OCPP 2.x K15.FR.11, K15.FR.12).
 *
 * @param unit of the values: amperes are per phase, watts are the sum
 * @param steps in order; the last one holds until the end
 * @param selected the id of the offered schedule that the vehicle chose
 */
public record AnnouncedSchedule(
    EvseRef evse, RateUnit unit, List<Step> steps, OptionalInt selected) {

  /** Rounding on the way to the vehicle and back is no excess. */
  private static final double TOLERANCE = 1.01;

  /** Beyond any plan, so that no number in a message is too large to reckon with. */
  private static final double ABSURD = 1e8;

  public AnnouncedSchedule {
    steps = List.copyOf(steps);
  }

  /** From a moment on. */
  public record Step(Instant from, BigDecimal value) {}

  /**
   * What the engine is told; empty when nothing was offered to compare with, and for amperes on DC,
   * of which nobody knows the voltage.
   */
  public Optional<ScheduleAnnounced> compare(StationContext context) {
    if (unit == RateUnit.A && context.traits().directCurrent()) {
      return Optional.empty();
    }
    return context
        .findWanted(evse)
        .flatMap(Offer::find)
        .map(offer -> compare(offer, context.now()));
  }

  private ScheduleAnnounced compare(Offer offer, Instant now) {
    Ceiling ceiling = offer.ceiling();
    double most = most(ceiling) * TOLERANCE;
    List<Planned> planned = new ArrayList<>();
    Optional<String> excess = Optional.empty();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      planned.add(new Planned(step.from(), power(step, ceiling)));
      if (step.value().doubleValue() > most && isOffered(i, offer.validity())) {
        excess = excess.or(() -> Optional.of(words(step, ceiling)));
      }
    }
    return new ScheduleAnnounced(evse, now, planned, selected, excess);
  }

  /** What comes after the lease was not offered yet: the next lease decides. */
  private boolean isOffered(int index, Interval lease) {
    boolean begins = steps.get(index).from().isBefore(lease.end());
    boolean isLast = index == steps.size() - 1;
    return begins && (isLast || steps.get(index + 1).from().isAfter(lease.start()));
  }

  private String words(Step step, Ceiling ceiling) {
    return "%s %s from %s on, where %s %s were offered."
        .formatted(
            step.value().toPlainString(),
            unit,
            step.from(),
            RateLimit.rounded(BigDecimal.valueOf(most(ceiling)), RoundingMode.DOWN).toPlainString(),
            unit);
  }

  private double most(Ceiling ceiling) {
    return unit == RateUnit.W ? ceiling.power().watts() : ceiling.perPhase().amps();
  }

  private Power power(Step step, Ceiling ceiling) {
    double value = Math.clamp(step.value().doubleValue(), -ABSURD, ABSURD);
    return Power.ofWatts(
        unit == RateUnit.W ? value : value * ceiling.voltage().volts() * ceiling.phases());
  }
}
