package energy.setpoint.ocpp.v201.wire;

import java.math.BigDecimal;
import java.util.Optional;

/** What holds from one second of a schedule until the next period. */
public record ChargingSchedulePeriodType(
    int startPeriod,
    BigDecimal limit,
    Optional<Integer> numberPhases,
    Optional<Integer> phaseToUse) {

  /** One limit from the start of the schedule; it holds per phase when it is in amperes. */
  public static ChargingSchedulePeriodType ofLimit(BigDecimal limit) {
    return new ChargingSchedulePeriodType(0, limit, Optional.empty(), Optional.empty());
  }
}
