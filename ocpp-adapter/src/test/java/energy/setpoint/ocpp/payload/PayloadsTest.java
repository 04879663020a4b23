package energy.setpoint.ocpp.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.rpc.frame.RpcErrorCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class PayloadsTest {

  private static final JsonMapper JSON = new JsonMapper();

  /** Keeps exponents, as everything does that reads the wire. */
  private static final JsonMapper EXACT =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  public record Reading(Instant timestamp, List<Value> values, Optional<Integer> connectorId) {}

  public record Value(BigDecimal value, @Length(3) Optional<String> unit, Optional<Kind> kind) {}

  public enum Kind {
    Raw,
    SignedData
  }

  @Test
  void readsARecordWithEverythingInIt() throws RpcException {
    var reading =
        read(
            """
            {"timestamp": "2026-11-01T12:00:00Z", "connectorId": 1.0,
             "values": [{"value": 7.2, "unit": "kW", "kind": "Raw"}]}
            """);

    assertThat(reading.timestamp()).isEqualTo("2026-11-01T12:00:00Z");
    assertThat(reading.connectorId()).hasValue(1);
    assertThat(reading.values())
        .containsExactly(
            new Value(new BigDecimal("7.2"), Optional.of("kW"), Optional.of(Kind.Raw)));
  }

  @Test
  void takesNullForAbsent() throws RpcException {
    var reading =
        read(
            """
            {"timestamp": "2026-11-01T12:00:00Z", "connectorId": null, "values": []}
            """);

    assertThat(reading.connectorId()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-01T12:00:00Z, 2026-11-01T12:00:00Z",
    "2026-11-01t12:00:00z, 2026-11-01T12:00:00Z",
    "2026-11-01T12:00:00, 2026-11-01T12:00:00Z",
    "2026-11-01T13:00:00+01:00, 2026-11-01T12:00:00Z",
    "2026-11-01T13:00:00+0100, 2026-11-01T12:00:00Z",
    "2026-11-01T12:00:00.123456789Z, 2026-11-01T12:00:00.123456789Z"
  })
  void readsTimestampsAsStationsWriteThem(String written, Instant meant) throws RpcException {
    var reading = read("{\"timestamp\": \"%s\", \"values\": []}".formatted(written));

    assertThat(reading.timestamp()).isEqualTo(meant);
  }

  @Test
  void namesThePathTheRuleAndTheValue() {
    refuses(
        """
        {"timestamp": "2026-11-01T12:00:00Z", "values": [{"value": 1}, {"value": 1, "unit": "kWhh"}]}
        """,
        RpcErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
        "values[1].unit must have at most 3 characters, but is \"kWhh\".");
    refuses(
        """
        {"timestamp": "2026-11-01T12:00:00Z", "values": [{"value": "7"}]}
        """,
        RpcErrorCode.TYPE_CONSTRAINT_VIOLATION,
        "values[0].value must be a number, but is \"7\".");
    refuses(
        """
        {"timestamp": "2026-11-01T12:00:00Z"}
        """,
        RpcErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION,
        "values is missing.");
    refuses(
        """
        {"timestamp": "noon", "values": []}
        """,
        RpcErrorCode.FORMAT_VIOLATION,
        "timestamp must be a date and time such as 2026-11-01T12:00:00Z, but is \"noon\".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"+900000-01-01T00:00:00Z", "9999-06-01T00:00:00Z", "1969-12-31T23:59:59Z"})
  void refusesTimesThatNobodyMeans(String written) {
    refuses(
        "{\"timestamp\": \"%s\", \"values\": []}".formatted(written),
        RpcErrorCode.FORMAT_VIOLATION,
        "timestamp must be a date and time such as 2026-11-01T12:00:00Z, but is \"%s\"."
            .formatted(written));
  }

  @ParameterizedTest
  @CsvSource({
    "2147483648, PROPERTY_CONSTRAINT_VIOLATION",
    "1e999999999, TYPE_CONSTRAINT_VIOLATION",
    "1.5, TYPE_CONSTRAINT_VIOLATION",
    "true, TYPE_CONSTRAINT_VIOLATION"
  })
  void refusesIntegersThatAreNone(String written, RpcErrorCode code) {
    String payload =
        "{\"timestamp\": \"2026-11-01T12:00:00Z\", \"values\": [], \"connectorId\": %s}"
            .formatted(written);

    assertThatExceptionOfType(RpcException.class)
        .isThrownBy(() -> read(payload))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  /** Kept as they were written, the small ones would take a gigabyte each. */
  @ParameterizedTest
  @ValueSource(strings = {"1e400", "1E-999999999", "0E-999999999", "-1e999999999"})
  void refusesNumbersWithoutEnd(String number) {
    String payload =
        "{\"timestamp\": \"2026-11-01T12:00:00Z\", \"values\": [{\"value\": %s}]}"
            .formatted(number);

    assertThatExceptionOfType(RpcException.class)
        .isThrownBy(() -> Payloads.read(Reading.class, EXACT.readTree(payload)))
        .satisfies(refusal ->
            assertThat(refusal.code()).isEqualTo(RpcErrorCode.PROPERTY_CONSTRAINT_VIOLATION));
  }

  @Test
  void keepsDescriptionsShort() {
    String payload = "{\"timestamp\": \"%s\", \"values\": []}".formatted("x".repeat(10_000));

    assertThatExceptionOfType(RpcException.class)
        .isThrownBy(() -> read(payload))
        .satisfies(refusal -> assertThat(refusal.description().length()).isLessThan(255));
  }

  @Test
  void writesWhatIsThereAndMillisecondsAtMost() {
    var reading =
        new Reading(
            Instant.parse("2026-11-01T12:00:00.123456Z"),
            List.of(new Value(new BigDecimal("13.1"), Optional.empty(), Optional.empty())),
            Optional.empty());

    assertThat(Payloads.write(reading))
        .hasToString("{\"timestamp\":\"2026-11-01T12:00:00.123Z\",\"values\":[{\"value\":13.1}]}");
  }

  private static Reading read(String json) throws RpcException {
    return Payloads.read(Reading.class, JSON.readTree(json));
  }

  private static void refuses(String json, RpcErrorCode code, String description) {
    assertThatExceptionOfType(RpcException.class)
        .isThrownBy(() -> read(json))
        .satisfies(refusal -> {
          assertThat(refusal.code()).isEqualTo(code);
          assertThat(refusal.description()).isEqualTo(description);
        });
  }
}
