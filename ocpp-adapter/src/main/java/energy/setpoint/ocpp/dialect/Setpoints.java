package energy.setpoint.ocpp.dialect;

import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.quantity.Power;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A setpoint on the wire, and what is lost where it cannot be said. */
public final class Setpoints {

  private Setpoints() {}

  /**
   * The watts of a setpoint, rounded towards zero to one decimal, and never above the ceiling that
   * stands for it.
   */
  public static BigDecimal watts(FollowSetpoint intent) {
    Power power = intent.setpoint().power().min(intent.ceiling().power());
    return RateLimit.rounded(BigDecimal.valueOf(power.watts()), RoundingMode.DOWN);
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
