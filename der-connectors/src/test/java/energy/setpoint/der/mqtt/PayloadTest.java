package energy.setpoint.der.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.setpoint.der.mqtt.Payload.UnreadablePayload;
import energy.setpoint.der.template.Conversion;
import energy.setpoint.der.template.PointUnit;
import energy.setpoint.der.template.SignConvention;
import energy.setpoint.der.template.TopicPoint;
import energy.setpoint.der.template.TopicText;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;

class PayloadTest {

  @Test
  void followsThePointerAndTurnsTheSign() throws UnreadablePayload {
    var payload = payload("{\"battery\": [{\"power\": 1.5}]}");

    assertThat(payload.quantity(at("/battery/0/power"))).hasValue(-1500);
  }

  @Test
  void aNumberInQuotesIsANumber() throws UnreadablePayload {
    assertThat(payload("{\"p\": \"2\"}").quantity(at("/p"))).hasValue(-2000);
  }

  @Test
  void plainPayloadsAreBareNumbers() throws UnreadablePayload {
    assertThat(payload(" -0.25\n").quantity(plain())).hasValue(250);
  }

  @Test
  void nullAndNanMeanThatThereIsNoValue() throws UnreadablePayload {
    assertThat(payload("{\"p\": null}").quantity(at("/p"))).isEmpty();
    assertThat(payload("NaN").quantity(plain())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"p\": 1     | no JSON",
        "{\"q\": 1}    | no number at /p",
        "{\"p\": {}}   | no number at /p",
        "{\"p\": true} | no number at /p",
        "{\"p\": \"x\"}| no number: ",
        "[]            | no number at /p",
        "1             | no number at /p"
      })
  void saysWhyAMessageIsRefused(String text, String reason) {
    assertThatThrownBy(() -> payload(text).quantity(at("/p"))).hasMessageStartingWith(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "on", "Infinity", "1,5", "{\"p\": 1}"})
  void refusesPlainPayloadsThatAreNoFiniteNumber(String text) {
    assertThatThrownBy(() -> payload(text).quantity(plain())).isInstanceOf(UnreadablePayload.class);
  }

  @Test
  void doesNotParseWhatIsTooLong() {
    var payload = payload("1".repeat(Payload.LONGEST_BYTES + 1));

    assertThatThrownBy(() -> payload.quantity(plain())).hasMessage("a message of 65537 bytes");
  }

  @Test
  void showsOnlyTheBeginningAndNoControlCharacters() {
    var payload = payload("\u001b[31m" + "x".repeat(200));

    assertThatThrownBy(() -> payload.quantity(plain()))
        .message()
        .doesNotContain("\u001b")
        .hasSizeLessThan(90);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{\"p\": \"full\"} | -3000", "{\"p\": true} | -1000", "{\"p\": 2} | -2000"})
  void wordsStandForNumbers(String text, double watts) throws UnreadablePayload {
    assertThat(payload(text).quantity(named())).hasValue(watts);
  }

  @Test
  void aWordThatTheTemplateDoesNotKnowIsRefused() {
    assertThatThrownBy(() -> payload("{\"p\": \"half\"}").quantity(named()))
        .hasMessageStartingWith("no number: ");
    assertThatThrownBy(() -> payload("{\"p\": false}").quantity(named()))
        .hasMessageStartingWith("no number: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"2026-06-01T12:00:00Z\"      | 2026-06-01T12:00:00Z",
        "\"2026-06-01T12:00:00+02:00\" | 2026-06-01T10:00:00Z",
        "1780315200                    | 2026-06-01T12:00:00Z",
        "1780315200500                 | 2026-06-01T12:00:00.500Z"
      })
  void readsWhenAValueWasMeasured(String time, Instant expected) throws UnreadablePayload {
    assertThat(payload("{\"p\": 1, \"at\": " + time + "}").measuredAt(named())).hasValue(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"2026-06-01T12:00:00\"", "\"noon\"", "null", "-1", "1e30", "{}"})
  void refusesATimeThatIsNone(String time) {
    assertThatThrownBy(() -> payload("{\"p\": 1, \"at\": " + time + "}").measuredAt(named()))
        .hasMessageStartingWith("no time at /at in ");
  }

  private static Payload payload(String text) {
    return new Payload(text.getBytes(UTF_8));
  }

  private static TopicPoint at(String pointer) {
    return point(Optional.of(JsonPointer.compile(pointer)));
  }

  private static TopicPoint named() {
    return new TopicPoint(
        new TopicText("x"),
        Optional.of(JsonPointer.compile("/p")),
        new Conversion(1, PointUnit.KILOWATT, SignConvention.GENERATION),
        0,
        Map.of("full", 3.0, "true", 1.0),
        Optional.of(JsonPointer.compile("/at")));
  }

  private static TopicPoint plain() {
    return point(Optional.empty());
  }

  private static TopicPoint point(Optional<JsonPointer> pointer) {
    return new TopicPoint(
        new TopicText("x"),
        pointer,
        new Conversion(1, PointUnit.KILOWATT, SignConvention.GENERATION),
        0);
  }
}
