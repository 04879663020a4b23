package energy.setpoint.core.plan.why;

import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.CircuitId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/** A change that would let a need be met. */
public sealed interface WhyFix {

  /**
   * A bigger fuse, which meets the needs of all vehicles behind it that more power can help.
   *
   * @param phases that need more
   * @param moreAmps whole amperes, rounded up
   * @param standardAmps the next rating that can be bought; empty above the largest common one
   */
  record BiggerFuse(CircuitId circuit, List<Phase> phases, int moreAmps, OptionalInt standardAmps)
      implements WhyFix {

    public BiggerFuse {
      phases = List.copyOf(phases);
    }
  }

  /** A bigger transformer, in VA, rounded up to whole kVA. */
  record BiggerTransformer(CircuitId circuit, Power more) implements WhyFix {}

  /** More power at the grid connection, rounded up to whole kilowatts. */
  record MoreImport(Power more) implements WhyFix {}

  /** Several of these at once, where one alone is not enough. */
  record Together(List<WhyFix> all) implements WhyFix {

    public Together {
      all = List.copyOf(all);
    }
  }

  /**
   * A later departure of the vehicle alone.
   *
   * @param by whole quarters of an hour after the departure that was planned for
   */
  record LaterDeparture(Duration by, Instant at) implements WhyFix {}

  /**
   * A stronger EVSE or vehicle.
   *
   * @param atLeast on the grid side, rounded up to tenths of a kilowatt
   */
  record MorePower(Power atLeast) implements WhyFix {}
}
