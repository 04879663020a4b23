package energy.setpoint.core.order;

import energy.setpoint.core.intent.OperatingMode;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.reconcile.Allowance;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.Supply;
import java.util.List;
import java.util.Optional;

/** In which way an EVSE shall be held. */
public sealed interface Manner {

  /**
   * It acts by itself within bounds (OCPP 2.1 part 2, use cases Q05 to Q10). No limit of the guard
   * holds it below these meanwhile, so it is budgeted at them, in both directions.
   *
   * @param most what it may take per phase, at least 0 A
   */
  record ActByItself(OperatingMode mode, Current most) implements Manner {
    public ActByItself {
      if (most.isNegative()) {
        throw new IllegalArgumentException("What is taken at most is not negative: " + most + ".");
      }
    }

    /**
     * What it may come to do, per phase: its bounds as far as the mode keeps to them, else the
     * hardware maximum. On AC a vehicle may do all that it feeds back on one phase.
     */
    public Allowance bounds(Evse evse, Voltage voltage) {
      Current maximum = evse.maximum();
      return switch (mode) {
        case OperatingMode.Idle _ -> Allowance.NOTHING;
        case OperatingMode.ExternalLimits _ -> new Allowance(maximum, maximum);
        case OperatingMode.ExternalSetpoint it ->
            new Allowance(most.min(maximum), feed(it.floor(), evse, voltage));
        case OperatingMode.LocalLoadBalancing it ->
            new Allowance(most.min(maximum), feed(it.floor(), evse, voltage));
        case OperatingMode.CentralFrequency it ->
            new Allowance(most.min(maximum), feed(it.floor(), evse, voltage));
        case OperatingMode.LocalFrequency it ->
            new Allowance(most.min(maximum), feed(it.floor(), evse, voltage));
      };
    }

    private static Current feed(Power floor, Evse evse, Voltage voltage) {
      int phases = evse.supply() == Supply.DC ? evse.phases() : 1;
      return voltage.currentFor(floor.negated(), phases).min(evse.maximum());
    }
  }

  /**
   * It charges on one phase or on three, under the limit of the guard (OCPP 2.1 part 2, K01.FR.43
   * to K01.FR.49).
   *
   * @param phases 1 or 3
   * @param onto which of its own phases to use when it is one; empty leaves it to the station
   */
  record OnPhases(int phases, Optional<Phase> onto) implements Manner {
    public OnPhases {
      if (phases != 1 && phases != 3 || onto.isPresent() && phases != 1) {
        throw new IllegalArgumentException(
            "An EVSE is switched to 1 phase, maybe a certain one, or to 3, not to %d on %s."
                .formatted(phases, onto.map(Enum::name).orElse("any")));
      }
    }
  }

  /**
   * It takes no more on each phase than this, nor than the guard gives it (OCPP 2.1 part 2, {@code
   * limit_L2} and {@code limit_L3}).
   *
   * @param most on its own phases in its order, 1 to 3 values, each at least 0 A
   */
  record EachPhase(List<Current> most) implements Manner {
    public EachPhase {
      most = List.copyOf(most);
      if (most.isEmpty() || most.size() > 3 || most.stream().anyMatch(Current::isNegative)) {
        throw new IllegalArgumentException(
            "1 to 3 phases get a ceiling of at least 0 A each, but they are to get " + most + ".");
      }
    }

    /** True when other limits are as many, and none is higher. */
    public boolean covers(List<Current> others) {
      boolean lower = others.size() == most.size();
      for (int i = 0; lower && i < most.size(); i++) {
        lower = !others.get(i).isMoreThan(most.get(i));
      }
      return lower;
    }

    /** The highest of them. */
    public Current highest() {
      return most.stream().reduce(Current.ZERO, Current::max);
    }
  }
}
