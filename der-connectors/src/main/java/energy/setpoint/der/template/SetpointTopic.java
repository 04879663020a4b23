package energy.setpoint.der.template;

import energy.setpoint.core.quantity.Power;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * How an MQTT battery is told what power to follow.
 *
 * @param qos quality of service of the message, 0 to 2
 * @param payload contains {@link #VALUE}
 * @param decimals digits after the point in the payload, 0 to 6
 * @param lowest at most 0 W: the strongest discharge that is ever sent
 * @param highest at least 0 W: the strongest charge that is ever sent
 * @param refresh how often a valid setpoint is repeated; half of the device's watchdog or less
 * @param whenContactIsLost what to assume once the last setpoint was not refreshed
 */
public record SetpointTopic(
    TopicText topic,
    int qos,
    String payload,
    Conversion conversion,
    int decimals,
    Power lowest,
    Power highest,
    Duration refresh,
    ContactLoss whenContactIsLost) {

  /** Replaced with the number in the device's own unit and sign. */
  public static final String VALUE = "{value}";

  /** The nearest power that may be sent to this device. */
  public Power clamp(Power wanted) {
    return wanted.max(lowest).min(highest);
  }

  /** The message for a power, which is clamped first. */
  public String payloadFor(Power wanted) {
    double number = conversion.toWire(clamp(wanted).watts());
    BigDecimal rounded = BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_EVEN);
    return payload.replace(VALUE, rounded.toPlainString());
  }
}
