package energy.setpoint.der.template;

import energy.setpoint.core.quantity.Power;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/**
 * How an MQTT battery is told what power to follow, or an inverter what it may produce at the most.
 *
 * @param qos quality of service of the message, 0 to 2
 * @param payload contains {@link #VALUE}
 * @param decimals digits after the point in the payload, 0 to 6
 * @param lowest of a battery the strongest discharge that is ever sent, at most 0 W; of an inverter
 *     the deepest limit, at least 0 W
 * @param highest at least 0 W: the strongest charge or the highest limit that is ever sent
 * @param refresh how often a valid setpoint is repeated; half of the device's watchdog or less
 * @param whenContactIsLost what to assume once the last setpoint was not refreshed
 * @param acknowledgement absent where the device says nothing; the broker's receipt must do then
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
    ContactLoss whenContactIsLost,
    Optional<Acknowledgement> acknowledgement) {

  /** Replaced with the number in the device's own unit and sign. */
  public static final String VALUE = "{value}";

  private static final MathContext BEYOND_THE_NOISE_OF_DOUBLES = new MathContext(12);

  /** The nearest power that may be sent to this device. */
  public Power clamp(Power wanted) {
    return wanted.max(lowest).min(highest);
  }

  /** The message for a power, which is clamped first. */
  public String payloadFor(Power wanted) {
    return payload.replace(VALUE, number(wanted).toPlainString());
  }

  /** What the device should say in words once it has taken a power. */
  public String answerFor(Power wanted, Acknowledgement.Words words) {
    return words.payload().replace(VALUE, number(wanted).toPlainString());
  }

  /** What the message says, with no more digits than it has. */
  public Power sentFor(Power wanted) {
    return Power.ofWatts(conversion.toQuantity(number(wanted).doubleValue()));
  }

  /** Cut off towards zero: rounding must not ask for more than was planned. */
  private BigDecimal number(Power wanted) {
    double number = conversion.toWire(clamp(wanted).watts());
    return new BigDecimal(number, BEYOND_THE_NOISE_OF_DOUBLES)
        .setScale(decimals, RoundingMode.DOWN);
  }
}
