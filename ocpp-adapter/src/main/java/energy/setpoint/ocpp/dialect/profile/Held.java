package energy.setpoint.ocpp.dialect.profile;

import energy.setpoint.core.intent.AdjustSetpoint;
import energy.setpoint.core.intent.CapPhases;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.Operate;
import energy.setpoint.core.intent.OperatingMode;
import energy.setpoint.core.intent.Setpoint;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.time.Interval;
import java.util.List;

/**
 * An EVSE that is held to a ceiling: what is left of an intent where a version or a station has no
 * words for more.
 *
 * @param losses what the ceiling does not say, for people
 */
public record Held(
    EvseRef evse, String transactionId, Ceiling ceiling, Interval validity, List<String> losses) {

  public Held {
    losses = List.copyOf(losses);
  }

  public static Held of(CapPower cap) {
    return new Held(cap.evse(), cap.transactionId(), cap.ceiling(), cap.validity(), List.of());
  }

  /**
   * The least of the ceilings on every phase.
   *
   * @param why begins a sentence
   */
  public static Held of(CapPhases cap, String why) {
    String loss = "%s: all get the least, %s.".formatted(why, cap.common().perPhase());
    return new Held(
        cap.evse(),
        cap.transactionId(),
        cap.common(),
        cap.validity(),
        cap.isBalanced() ? List.of() : List.of(loss));
  }

  /**
   * @param why begins a sentence, such as "OCPP 1.6 knows no setpoints"
   */
  public static Held of(FollowSetpoint follow, String why) {
    return new Held(
        follow.evse(),
        follow.transactionId(),
        follow.ceiling(),
        follow.validity(),
        List.of(loss(why, follow.setpoint(), follow.ceiling())));
  }

  /**
   * @param why begins a sentence
   */
  public static Held of(AdjustSetpoint adjust, String why) {
    return new Held(
        adjust.evse(),
        adjust.transactionId(),
        adjust.ceiling(),
        adjust.validity(),
        List.of(loss(why, adjust.setpoint(), adjust.ceiling())));
  }

  /**
   * An idle EVSE takes nothing, whatever its ceiling.
   *
   * @param why begins a sentence
   */
  public static Held of(Operate operate, String why) {
    Ceiling given = operate.ceiling();
    Ceiling ceiling =
        operate.mode() instanceof OperatingMode.Idle
            ? new Ceiling(Current.ZERO, given.phases(), given.voltage())
            : given;
    String loss =
        "%s: the EVSE is held to %s and feeds nothing back.".formatted(why, ceiling.power());
    return new Held(
        operate.evse(), operate.transactionId(), ceiling, operate.validity(), List.of(loss));
  }

  private static String loss(String why, Setpoint setpoint, Ceiling ceiling) {
    String wanted =
        setpoint.power().isNegative()
            ? "the EVSE is held to %s instead of feeding back %s"
                .formatted(ceiling.power(), setpoint.power().negated())
            : "the EVSE is held to %s but need not follow %s"
                .formatted(ceiling.power(), setpoint.power());
    return why + ": " + wanted + ".";
  }
}
