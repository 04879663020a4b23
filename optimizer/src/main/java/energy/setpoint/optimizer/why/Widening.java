package energy.setpoint.optimizer.why;

import energy.setpoint.core.plan.why.WhyLimit;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.CircuitId;
import java.util.Optional;
import java.util.Set;

/** Something whose limit could be raised. */
sealed interface Widening {

  /** Whether a limit becomes wider with it. */
  boolean widens(WhyLimit limit);

  /** Some phases of a circuit's fuse. */
  record OfFuse(CircuitId circuit, Set<Phase> phases) implements Widening {

    @Override
    public boolean widens(WhyLimit limit) {
      return limit instanceof WhyLimit.Fuse(var of, var phase, var back)
          && !back
          && of.equals(circuit)
          && phases.contains(phase);
    }
  }

  /** A circuit's transformer. */
  record OfTransformer(CircuitId circuit) implements Widening {

    @Override
    public boolean widens(WhyLimit limit) {
      return limit instanceof WhyLimit.Transformer(var of, var back) && !back && of.equals(circuit);
    }
  }

  /** What may be taken at the grid connection. */
  record OfImport() implements Widening {

    @Override
    public boolean widens(WhyLimit limit) {
      return limit instanceof WhyLimit.Connection(var back) && !back;
    }
  }

  /**
   * What would have to be raised for a limit to be wider; nothing for limits that nobody can buy.
   */
  static Optional<Widening> of(WhyLimit limit) {
    return switch (limit) {
      case WhyLimit.Fuse(var circuit, var ignored, var back) when !back ->
          Optional.of(new OfFuse(circuit, Set.of(Phase.values())));
      case WhyLimit.Transformer(var circuit, var back) when !back ->
          Optional.of(new OfTransformer(circuit));
      case WhyLimit.Connection(var back) when !back -> Optional.of(new OfImport());
      case WhyLimit ignored -> Optional.empty();
    };
  }
}
