package energy.setpoint.ocpp.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import energy.setpoint.ocpp.Dialects;
import energy.setpoint.ocpp.dialect.trait.Fact;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.schema.Instances;
import energy.setpoint.ocpp.schema.OcppSchemas;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Holds what people may send to stations against the official schemas. */
class PersonalCallsSchemaTest {

  private static final JsonMapper JSON = new JsonMapper();

  static Stream<OcppDialect> versions() {
    return Dialects.bundled().stream();
  }

  @ParameterizedTest
  @CsvSource({"ocpp1.6, 39", "ocpp2.0.1, 64", "ocpp2.1, 91"})
  void knowsEveryActionOfTheVersionAndWhoMaySendIt(String subprotocol, int count) {
    OcppDialect dialect = dialect(subprotocol);

    Set<String> names = new TreeSet<>(dialect.actions().names());
    Set<String> both = new TreeSet<>(dialect.actions().fromServer());
    both.retainAll(dialect.actions().fromStation());

    assertThat(names).hasSize(count);
    assertThat(both).containsExactly("DataTransfer");
    assertThat(names).isEqualTo(new TreeSet<>(schemas(dialect).actions()));
  }

  @TestFactory
  Stream<DynamicTest> takesTheSmallestAndTheLargestMessageOfEveryAction() {
    return versions()
        .flatMap(dialect ->
            dialect.actions().fromServer().stream()
                .sorted()
                .map(action ->
                    dynamicTest(
                        dialect.subprotocol() + " " + action, () -> takes(dialect, action))));
  }

  private static void takes(OcppDialect dialect, String action) {
    JsonNode schema = schemas(dialect).request(action);

    assertThatCode(() -> dialect.effectOf(action, Instances.minimal(schema)))
        .doesNotThrowAnyException();
    assertThatCode(() -> dialect.effectOf(action, Instances.maximal(schema)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "ocpp1.6, SetChargingProfile",
    "ocpp1.6, ClearChargingProfile",
    "ocpp2.0.1, SetChargingProfile",
    "ocpp2.0.1, ClearChargingProfile",
    "ocpp2.1, SetChargingProfile",
    "ocpp2.1, UpdateDynamicSchedule",
    "ocpp2.1, UsePriorityCharging",
    "ocpp2.1, SetDERControl",
    "ocpp2.1, SetDefaultTariff",
    "ocpp2.1, ChangeTransactionTariff",
    "ocpp2.1, ClearTariffs"
  })
  void sendsNoProfileBehindTheBackOfTheGuard(String subprotocol, String action)
      throws RpcException {
    var effect = dialect(subprotocol).effectOf(action, JsonNodeFactory.instance.objectNode());

    assertThat(effect).isInstanceOf(CallEffect.Meddles.class);
  }

  @ParameterizedTest
  @CsvSource({
    "ocpp1.6, ChargeProfileMaxStackLevel",
    "ocpp1.6, chargingschedulemaxperiods",
    "ocpp2.0.1, SmartChargingCtrlr",
    "ocpp2.0.1, smartchargingctrlr",
    "ocpp2.1, SMARTCHARGINGCTRLR",
    "ocpp2.1, V2XChargingCtrlr"
  })
  void leavesAloneWhatTheStationKeepsItsLimitsWith(String subprotocol, String name)
      throws RpcException {
    var effect = settingOf(subprotocol, name);

    assertThat(effect)
        .isInstanceOfSatisfying(
            CallEffect.Meddles.class, it -> assertThat(it.reason()).contains("'" + name + "'"));
  }

  @ParameterizedTest
  @CsvSource({"ocpp1.6, HeartbeatInterval", "ocpp2.0.1, OCPPCommCtrlr", "ocpp2.1, OCPPCommCtrlr"})
  void setsEverythingElse(String subprotocol, String name) throws RpcException {
    assertThat(settingOf(subprotocol, name)).isEqualTo(CallEffect.CHANGES_SETTINGS);
  }

  /** Of several settings in one message, the last one counts as much as the first. */
  private static CallEffect settingOf(String subprotocol, String name) throws RpcException {
    if (subprotocol.equals("ocpp1.6")) {
      return dialect(subprotocol)
          .effectOf(
              "ChangeConfiguration",
              JSON.readTree("{\"key\":\"%s\",\"value\":\"false\"}".formatted(name)));
    }
    String payload =
        """
        {"setVariableData": [
          {"attributeValue": "1", "component": {"name": "ClockCtrlr"}, "variable": {"name": "TimeZone"}},
          {"attributeValue": "false", "component": {"name": "%s"}, "variable": {"name": "Enabled"}}]}
        """
            .formatted(name);
    return dialect(subprotocol).effectOf("SetVariables", JSON.readTree(payload));
  }

  @ParameterizedTest
  @CsvSource({"SetDefaultTariff, PUT", "ChangeTransactionTariff, PUT", "ClearTariffs, DELETE"})
  void saysWhereTariffsAreSetInstead(String action, String method) throws RpcException {
    var effect = dialect("ocpp2.1").effectOf(action, JsonNodeFactory.instance.objectNode());

    assertThat(((CallEffect.Meddles) effect).reason())
        .contains(method + " /api/v1/stations/{id}/tariff");
  }

  @ParameterizedTest
  @CsvSource({
    "ocpp1.6, RemoteStartTransaction",
    "ocpp2.0.1, RequestStartTransaction",
    "ocpp2.1, RequestStartTransaction"
  })
  void startsATransactionButNotWithAProfile(String subprotocol, String action) throws RpcException {
    OcppDialect dialect = dialect(subprotocol);
    JsonNode schema = schemas(dialect).request(action);

    assertThat(dialect.effectOf(action, Instances.minimal(schema))).isEqualTo(CallEffect.HARMLESS);
    assertThat(dialect.effectOf(action, Instances.maximal(schema)))
        .isInstanceOf(CallEffect.Meddles.class);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void asksForMeasurementsInTheFormOfTheSchema(OcppDialect dialect) {
    var told =
        List.of(
            Fact.of("MeterValuesSampledData", "SoC"),
            Fact.of("SampledDataCtrlr.TxUpdatedMeasurands", "SoC"));

    List<OutboundCall> calls = dialect.meteringCalls(Duration.ofSeconds(10), told);

    assertThat(calls).hasSize(2);
    calls.forEach(call -> schemas(dialect).assertValidRequest(call.action(), call.payload()));
  }

  private static OcppDialect dialect(String subprotocol) {
    return versions().filter(it -> it.subprotocol().equals(subprotocol)).findFirst().orElseThrow();
  }

  private static OcppSchemas schemas(OcppDialect dialect) {
    return OcppSchemas.of(dialect.subprotocol().substring("ocpp".length()));
  }
}
