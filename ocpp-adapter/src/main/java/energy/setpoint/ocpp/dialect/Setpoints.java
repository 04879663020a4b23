package energy.setpoint.ocpp.dialect;

import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.quantity.Power;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;

/** A setpoint on the wire, and what is lost where it cannot be said. */
public final class Setpoints {

  private Setpoints() {}

  /**
   * The watts of a setpoint, rounded towards zero to one decimal, and never above the ceiling that
   * stands for it.
   *
   * <p>On AC one value for each phase, so that a vehicle on one phase does not put the power of
   * three there; a single value would be the sum of all phases (2.1 part 2,
   * ChargingSchedulePeriodType). On DC the sum.
   *
   * @return 1 to 3 values
   */
  public static List<BigDecimal> watts(FollowSetpoint intent, StationTraits traits) {
    Power sum = intent.setpoint().power().min(intent.ceiling().power());
    int phases = traits.directCurrent() ? 1 : intent.ceiling().phases();
    BigDecimal share = BigDecimal.valueOf(sum.watts() / phases);
    return Collections.nCopies(phases, RateLimit.rounded(share, RoundingMode.DOWN));
  }

  /**
   * What is lost when only the ceiling is sent.
   *
   * @param why begins a sentence, such as "OCPP 1.6 knows no setpoints"
   */
  public static String loss(String why, FollowSetpoint intent) {
    String wanted =
        intent.setpoint().power().isNegative()
            ? "the EVSE is held to %s instead of feeding back %s"
                .formatted(intent.ceiling().power(), intent.setpoint().power().negated())
            : "the EVSE is held to %s but need not follow %s"
                .formatted(intent.ceiling().power(), intent.setpoint().power());
    return why + ": " + wanted + ".";
  }
}
