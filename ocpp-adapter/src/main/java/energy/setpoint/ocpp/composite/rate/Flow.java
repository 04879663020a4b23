package energy.setpoint.ocpp.composite.rate;

import energy.setpoint.ocpp.composite.profile.PhaseValues;
import energy.setpoint.ocpp.composite.profile.RateUnit;
import energy.setpoint.ocpp.composite.station.Supply;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * Watts on each phase and in all together. Both are kept, because a limit in amperes holds for each
 * phase (K01.FR.51) while one in watts holds for all (1.6 section 7.12), and what several EVSEs
 * draw need not lie evenly on the phases. On DC all four are the same.
 */
record Flow(double l1, double l2, double l3, double total) {

  static final Flow NOTHING = ofEach(0);
  static final Flow UNLIMITED = ofEach(Double.POSITIVE_INFINITY);

  /** Three phases are assumed where none are named (K01.FR.49). */
  private static final int ASSUMED_PHASES = 3;

  /** How much a sum may miss a value on the wire by. */
  private static final double ROUNDING = 1e-6;

  private static Flow ofEach(double watts) {
    return new Flow(watts, watts, watts, watts);
  }

  /**
   * From values on the wire.
   *
   * @param numberPhases as the period says; not looked at on DC (K01.FR.44)
   */
  static Flow of(PhaseValues values, RateUnit unit, Optional<Integer> numberPhases, Supply supply) {
    int phases = supply.directCurrent() ? 1 : numberPhases.orElse(ASSUMED_PHASES);
    double wattsPerUnit = unit == RateUnit.A ? supply.voltage() : 1;
    if (values.isPerPhase()) {
      Flow each =
          perPhase(values.value(), values.l2OrNothing(), values.l3OrNothing()).times(wattsPerUnit);
      return supply.directCurrent() ? each.onDc() : each;
    }
    double perPhase = values.value() * wattsPerUnit / (unit == RateUnit.A ? 1 : phases);
    return new Flow(perPhase, perPhase, perPhase, perPhase * phases);
  }

  private static Flow perPhase(double l1, double l2, double l3) {
    return new Flow(l1, l2, l3, l1 + l2 + l3);
  }

  Flow min(Flow other) {
    return with(other, Math::min);
  }

  Flow max(Flow other) {
    return with(other, Math::max);
  }

  Flow plus(Flow other) {
    return with(other, Double::sum);
  }

  Flow negated() {
    return each(value -> -value);
  }

  private Flow times(double factor) {
    return each(value -> value * factor);
  }

  /** Of two targets the one that moves less; nothing when they point in different directions. */
  Flow gentler(Flow other) {
    return with(
        other, (a, b) -> a * b <= 0 ? 0 : Math.copySign(Math.min(Math.abs(a), Math.abs(b)), a));
  }

  /** The same through so many phases at most, whichever they are. */
  Flow through(int phases) {
    double strongest = Math.max(Math.abs(l1), Math.max(Math.abs(l2), Math.abs(l3)));
    double most = strongest * phases;
    return new Flow(l1, l2, l3, Math.clamp(total, -most, most));
  }

  /** Through one phase: the one that was chosen, or the weakest when nobody knows which it is. */
  Flow throughOne(Optional<Integer> phaseToUse) {
    double one =
        switch (phaseToUse.orElse(0)) {
          case 1 -> l1;
          case 2 -> l2;
          case 3 -> l3;
          default -> gentlest();
        };
    return new Flow(one, one, one, total).through(1);
  }

  private double gentlest() {
    double least = Math.abs(l1) <= Math.abs(l2) ? l1 : l2;
    return Math.abs(least) <= Math.abs(l3) ? least : l3;
  }

  /** The same on so many phases, none of which gets more than its part of the total. */
  Flow sharedBy(int phases) {
    double part = total / phases;
    return new Flow(Math.min(l1, part), Math.min(l2, part), Math.min(l3, part), total);
  }

  /** The same for a DC device, which draws from all phases evenly. */
  Flow onDc() {
    return ofEach(total);
  }

  /** What a DC device draws, on the phases of the grid. */
  Flow spread() {
    return new Flow(total / 3, total / 3, total / 3, total);
  }

  /**
   * To values on the wire, rounded towards 0 to the one decimal that 1.6 takes.
   *
   * @param perPhase true to give each phase a value
   */
  PhaseValues in(RateUnit unit, Supply supply, boolean perPhase) {
    double unitsPerWatt = unit == RateUnit.A ? 1 / supply.voltage() : 1;
    if (perPhase) {
      return new PhaseValues(
          rounded(l1 * unitsPerWatt),
          Optional.of(rounded(l2 * unitsPerWatt)),
          Optional.of(rounded(l3 * unitsPerWatt)));
    }
    boolean together = unit == RateUnit.W || supply.directCurrent();
    return PhaseValues.of(rounded((together ? total : l1) * unitsPerWatt));
  }

  private static double rounded(double value) {
    double tenths = Math.floor(Math.abs(value) * 10 + ROUNDING);
    return tenths == 0 ? 0 : Math.copySign(tenths / 10, value);
  }

  private Flow each(DoubleUnaryOperator change) {
    return new Flow(
        change.applyAsDouble(l1),
        change.applyAsDouble(l2),
        change.applyAsDouble(l3),
        change.applyAsDouble(total));
  }

  private Flow with(Flow other, DoubleBinaryOperator both) {
    return new Flow(
        both.applyAsDouble(l1, other.l1),
        both.applyAsDouble(l2, other.l2),
        both.applyAsDouble(l3, other.l3),
        both.applyAsDouble(total, other.total));
  }
}
