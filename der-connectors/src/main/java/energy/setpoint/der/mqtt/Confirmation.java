package energy.setpoint.der.mqtt;

import energy.setpoint.core.quantity.Power;
import energy.setpoint.der.mqtt.Payload.UnreadablePayload;
import energy.setpoint.der.template.Acknowledgement;
import energy.setpoint.der.template.SetpointTopic;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalDouble;

/** Judges whether a message of a device confirms what it was told. */
record Confirmation(SetpointTopic setpoint, Acknowledgement how) {

  private static final int SHOWN = 60;

  /** What the device says instead; empty when it confirms the power. */
  Optional<String> objection(Power told, byte[] message) {
    return switch (how.expected()) {
      case Acknowledgement.Words words -> inWords(setpoint.answerFor(told, words), message);
      case Acknowledgement.Echo echo -> inNumbers(setpoint.sentFor(told), echo, message);
    };
  }

  private static Optional<String> inWords(String expected, byte[] message) {
    String said = new String(message, StandardCharsets.UTF_8).strip();
    return said.equals(expected.strip()) ? Optional.empty() : Optional.of(shown(said));
  }

  private static Optional<String> inNumbers(Power told, Acknowledgement.Echo echo, byte[] message) {
    try {
      OptionalDouble watts = new Payload(message).quantity(echo.point());
      if (watts.isEmpty()) {
        return Optional.of("no value");
      }
      boolean isNear = Math.abs(watts.getAsDouble() - told.watts()) <= echo.toleranceW();
      return isNear ? Optional.empty() : Optional.of(Power.ofWatts(watts.getAsDouble()).toString());
    } catch (UnreadablePayload e) {
      return Optional.of(e.reason());
    }
  }

  private static String shown(String said) {
    String plain = said.replaceAll("\\p{Cntrl}", "?");
    return "'" + (plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "…") + "'";
  }
}
