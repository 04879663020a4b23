package energy.setpoint.app.plan.explain;

import energy.setpoint.app.plan.result.Why.FixWhy;
import energy.setpoint.app.plan.result.Why.FixWhy.Kind;
import energy.setpoint.core.plan.why.WhyFix;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.optimizer.why.text.WhyText;
import java.util.List;
import java.util.Optional;

/** Writes what would meet a need, in numbers and in words. */
record FixWriter(WhyText text) {

  /** The numbers of a fix that is being written; most kinds have few of them. */
  private static final class Numbers {
    private Optional<String> circuit = Optional.empty();
    private List<Phase> phases = List.of();
    private Optional<Integer> moreA = Optional.empty();
    private Optional<Integer> standardA = Optional.empty();
    private Optional<Double> moreW = Optional.empty();
    private Optional<Integer> laterMinutes = Optional.empty();
    private Optional<Double> chargeW = Optional.empty();
    private List<FixWhy> together = List.of();

    private void at(CircuitId where) {
      circuit = Optional.of(where.value());
    }

    private FixWhy write(Kind kind, String words) {
      return new FixWhy(
          Optional.of(kind),
          circuit,
          phases,
          moreA,
          standardA,
          moreW,
          laterMinutes,
          chargeW,
          together,
          Optional.of(words));
    }
  }

  FixWhy write(WhyFix fix) {
    Numbers numbers = new Numbers();
    return numbers.write(fill(numbers, fix), text.of(fix));
  }

  private Kind fill(Numbers numbers, WhyFix fix) {
    return switch (fix) {
      case WhyFix.BiggerFuse fuse -> {
        numbers.at(fuse.circuit());
        numbers.phases = fuse.phases();
        numbers.moreA = Optional.of(fuse.moreAmps());
        numbers.standardA =
            fuse.standardAmps().isPresent()
                ? Optional.of(fuse.standardAmps().getAsInt())
                : Optional.empty();
        yield Kind.BIGGER_FUSE;
      }
      case WhyFix.BiggerTransformer transformer -> {
        numbers.at(transformer.circuit());
        numbers.moreW = Optional.of(transformer.more().watts());
        yield Kind.BIGGER_TRANSFORMER;
      }
      case WhyFix.MoreImport connection -> {
        numbers.moreW = Optional.of(connection.more().watts());
        yield Kind.MORE_IMPORT;
      }
      case WhyFix.LaterDeparture later -> {
        numbers.laterMinutes = Optional.of((int) later.by().toMinutes());
        yield Kind.LATER_DEPARTURE;
      }
      case WhyFix.MorePower power -> {
        numbers.chargeW = Optional.of(power.atLeast().watts());
        yield Kind.MORE_POWER;
      }
      case WhyFix.Together several -> {
        numbers.together = several.all().stream().map(this::write).toList();
        yield Kind.TOGETHER;
      }
    };
  }
}
