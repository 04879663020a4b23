package energy.setpoint.core.intent;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.time.Interval;
import java.util.Comparator;
import java.util.List;

/**
 * Hold the running transaction of an EVSE to a ceiling of its own on each phase for a while;
 * afterwards the station's fallback applies. Only for vehicles that told a limit for each phase:
 * stations refuse it for others (OCPP 2.1 errata K01.FR.142).
 *
 * @param transactionId of the running transaction
 * @param most on the EVSE's own phases in its order, 1 to 3 values, each at least 0 A
 * @param voltage nominal, between phase and neutral
 * @param validity the lease: the ceilings end by themselves when they are not renewed
 */
public record CapPhases(
    EvseRef evse, String transactionId, List<Current> most, Voltage voltage, Interval validity)
    implements EvseIntent, LeasedIntent {

  public CapPhases {
    most = List.copyOf(most);
    if (most.isEmpty() || most.size() > 3 || most.stream().anyMatch(Current::isNegative)) {
      throw new IllegalArgumentException(
          "1 to 3 phases get a ceiling of at least 0 A each, but they are to get " + most + ".");
    }
  }

  /** The ceiling that holds on every phase alike: the least of them. */
  public Ceiling common() {
    Current least = most.stream().min(Comparator.naturalOrder()).orElseThrow();
    return new Ceiling(least, most.size(), voltage);
  }

  /** True when all phases have the same ceiling. */
  public boolean isBalanced() {
    return most.stream().distinct().count() == 1;
  }
}
