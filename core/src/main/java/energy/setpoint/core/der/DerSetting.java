package energy.setpoint.core.der;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a DER control sets. Reactive power is absorbed by an under-excited inverter and injected by
 * an over-excited one.
 */
public sealed interface DerSetting {

  DerControlType type();

  /**
   * An answer to voltage, frequency or power along a curve.
   *
   * @param type one that {@link DerControlType#isCurve()}
   */
  record Curve(DerControlType type, DerCurve curve) implements DerSetting {
    public Curve {
      if (!type.isCurve()) {
        throw new IllegalArgumentException("No curve says what " + type + " is.");
      }
      boolean active = type == DerControlType.VOLT_WATT || type == DerControlType.FREQUENCY_WATT;
      if (active && curve.unit().isReactive()) {
        throw new IllegalArgumentException(
            "A curve of kind " + type + " sets active power, not " + curve.unit() + ".");
      }
      if (type == DerControlType.WATT_POWER_FACTOR) {
        curve.points().forEach(point -> Ranges.requireWithin("power factor", point.y(), -1, 1));
      }
      if (curve.reference().isPresent() && type != DerControlType.VOLT_VAR) {
        throw new IllegalArgumentException("Only a volt-var curve has a voltage reference.");
      }
    }
  }

  /**
   * @param flow of active power during which it holds
   * @param displacement cos φ, 0 to 1
   * @param underExcited true to absorb reactive power, false to inject it
   */
  record FixedPowerFactor(Flow flow, double displacement, boolean underExcited)
      implements DerSetting {
    public FixedPowerFactor {
      Ranges.requireWithin("power factor", displacement, 0, 1);
    }

    @Override
    public DerControlType type() {
      return switch (flow) {
        case ABSORB -> DerControlType.FIXED_POWER_FACTOR_ABSORB;
        case INJECT -> DerControlType.FIXED_POWER_FACTOR_INJECT;
      };
    }
  }

  /** The direction of active power, seen from the inverter. */
  enum Flow {
    ABSORB,
    INJECT
  }

  /**
   * @param percent -100 to 100; as OCPP counts it, negative while charging and positive while
   *     discharging
   */
  record FixedVar(double percent, DerUnit unit) implements DerSetting {
    public FixedVar {
      Ranges.requireWithin("reactive power in percent", percent, -100, 100);
    }

    @Override
    public DerControlType type() {
      return DerControlType.FIXED_VAR;
    }
  }

  /**
   * A limit on discharge; at least one of the two is there.
   *
   * @param percent of the rated discharge power, 0 to 100
   * @param powerMonitoring how long which percentage may be exceeded before the inverter must trip,
   *     x in seconds
   */
  record LimitMaxDischarge(OptionalDouble percent, Optional<DerCurve> powerMonitoring)
      implements DerSetting {
    public LimitMaxDischarge {
      percent.ifPresent(value -> Ranges.requireWithin("percentage", value, 0, 100));
      if (percent.isEmpty() && powerMonitoring.isEmpty()) {
        throw new IllegalArgumentException(
            "A limit on discharge needs a percentage or a power monitoring curve.");
      }
    }

    @Override
    public DerControlType type() {
      return DerControlType.LIMIT_MAX_DISCHARGE;
    }
  }

  /**
   * Between which bounds an inverter may connect itself to the grid (IEEE 1547-2018 section 4.10).
   *
   * @param highVoltage above the low one; both in the unit of the inverter's nominal voltage
   * @param highFrequency in Hz, above the low one
   * @param delay for which the grid must have been within them
   * @param randomDelay at most added to it
   * @param ramp over which power then rises
   */
  record EnterService(
      double highVoltage,
      double lowVoltage,
      double highFrequency,
      double lowFrequency,
      Optional<Duration> delay,
      Optional<Duration> randomDelay,
      Optional<Duration> ramp)
      implements DerSetting {
    public EnterService {
      requireAscending("voltages", lowVoltage, highVoltage);
      requireAscending("frequencies", lowFrequency, highFrequency);
      delay.ifPresent(value -> Ranges.requireNotNegative("delay", value));
      randomDelay.ifPresent(value -> Ranges.requireNotNegative("random delay", value));
      ramp.ifPresent(value -> Ranges.requireNotNegative("ramp", value));
    }

    private static void requireAscending(String what, double low, double high) {
      if (!(low >= 0 && low < high && Double.isFinite(high))) {
        throw new IllegalArgumentException(
            "The %s to enter service lie from %s to %s.".formatted(what, low, high));
      }
    }

    @Override
    public DerControlType type() {
      return DerControlType.ENTER_SERVICE;
    }
  }

  /**
   * How power follows the frequency (IEEE 1547-2018 section 6.5.2.7).
   *
   * @param overFrequency in Hz from which it falls, above the other
   * @param underFrequency in Hz from which it rises
   * @param overDroop change of frequency per change of power, both per unit, above 0
   * @param underDroop the same below the under-frequency
   * @param responseTime open loop
   */
  record FrequencyDroop(
      double overFrequency,
      double underFrequency,
      double overDroop,
      double underDroop,
      Duration responseTime)
      implements DerSetting {
    public FrequencyDroop {
      if (!(underFrequency > 0 && underFrequency < overFrequency)) {
        throw new IllegalArgumentException(
            "Droop begins at %s Hz below and at %s Hz above."
                .formatted(underFrequency, overFrequency));
      }
      Ranges.requireFinite("over-frequency", overFrequency);
      Ranges.requireWithin("over-frequency droop", overDroop, Double.MIN_VALUE, Double.MAX_VALUE);
      Ranges.requireWithin("under-frequency droop", underDroop, Double.MIN_VALUE, Double.MAX_VALUE);
      Ranges.requireNotNegative("response time", responseTime);
    }

    @Override
    public DerControlType type() {
      return DerControlType.FREQUENCY_DROOP;
    }
  }

  /**
   * How fast power may change.
   *
   * @param usual ramp; 0 when not applicable
   * @param softStart ramp; 0 when not applicable
   */
  record Gradients(Duration usual, Duration softStart) implements DerSetting {
    public Gradients {
      Ranges.requireNotNegative("ramp", usual);
      Ranges.requireNotNegative("soft-start ramp", softStart);
    }

    @Override
    public DerControlType type() {
      return DerControlType.GRADIENTS;
    }
  }
}
