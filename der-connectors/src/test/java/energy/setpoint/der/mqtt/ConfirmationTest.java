package energy.setpoint.der.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.quantity.Power;
import energy.setpoint.der.template.DeviceTemplates;
import energy.setpoint.der.template.SetpointTopic;
import energy.setpoint.der.template.Transport;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfirmationTest {

  private static final Power TOLD = Power.ofWatts(-2_000);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          {"p": 2.0}   |
          {"p": 2.04}  |
          {"p": 2.1}   | -2100 W
          {"p": -2}    | 2000 W
          {"p": null}  | no value
          {"q": 2}     | no number at /p in '{"q": 2}'
          broken       | no JSON: 'broken'
          """)
  void anEchoConfirmsWithinItsToleranceAndInItsOwnUnitAndSign(String message, String objection) {
    var confirmation =
        confirmation("{ topic: x, pointer: /p, unit: kW, sign: generation, toleranceW: 50 }");

    assertThat(confirmation.objection(TOLD, bytes(message)))
        .isEqualTo(Optional.ofNullable(objection));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          set -2000  |
          set -1900  | 'set -1900'
          error      | 'error'
          """)
  void wordsConfirmWhereTheyAreTheExpectedOnes(String message, String objection) {
    var confirmation = confirmation("{ topic: x, payload: \"set {value}\" }");

    assertThat(confirmation.objection(TOLD, bytes(message + "\n")))
        .isEqualTo(Optional.ofNullable(objection));
  }

  @Test
  void anEchoIsComparedWithWhatWasSentRatherThanWithWhatWasWanted() {
    var confirmation = confirmation("{ topic: x, toleranceW: 0 }");

    assertThat(confirmation.objection(Power.ofWatts(1_234.9), bytes("1234"))).isEmpty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Confirmation confirmation(String acknowledgement) {
    String yaml =
        """
        description: A battery
        kind: battery
        transport: mqtt
        period: 1s
        staleAfter: 10s
        points:
          power: { topic: a, unit: W, sign: load }
          soc: { topic: b, unit: "%%" }
        setpoint:
          topic: set
          payload: "{value}"
          unit: W
          sign: load
          lowestW: -5000
          highestW: 4000
          whenContactIsLost: idles
          watchdog: 40s
          acknowledgement: %s
        """
            .formatted(acknowledgement);
    SetpointTopic setpoint =
        ((Transport.Mqtt) DeviceTemplates.parse("x.yaml", yaml).transport())
            .setpoint()
            .orElseThrow();
    return new Confirmation(setpoint, setpoint.acknowledgement().orElseThrow());
  }
}
