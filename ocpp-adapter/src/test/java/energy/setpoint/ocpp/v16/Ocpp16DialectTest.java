package energy.setpoint.ocpp.v16;

import static energy.setpoint.ocpp.dialect.FakeStation.ID;
import static energy.setpoint.ocpp.dialect.FakeStation.NOON;
import static energy.setpoint.ocpp.dialect.FakeStation.evse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import energy.setpoint.core.event.EvseMeasured;
import energy.setpoint.core.event.EvseStatus;
import energy.setpoint.core.event.EvseStatusReported;
import energy.setpoint.core.event.StationBooted;
import energy.setpoint.core.event.TransactionEnded;
import energy.setpoint.core.event.TransactionStarted;
import energy.setpoint.core.intent.Release;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.session.IdToken;
import energy.setpoint.ocpp.dialect.Encoding;
import energy.setpoint.ocpp.dialect.FakeStation;
import energy.setpoint.ocpp.dialect.Handled;
import energy.setpoint.ocpp.dialect.Intents;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.rpc.frame.RpcErrorCode;
import energy.setpoint.ocpp.schema.Checked;
import energy.setpoint.ocpp.schema.Golden;
import energy.setpoint.ocpp.schema.OcppSchemas;
import energy.setpoint.ocpp.v16.station.Actions16;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class Ocpp16DialectTest {

  private static final JsonMapper JSON = new JsonMapper();

  private final OcppDialect dialect = new Checked(new Ocpp16Dialect());
  private final FakeStation station = new FakeStation();

  @Test
  void installsTheFallbackAsTheDefaultOfAllConnectors() {
    var call = Intents.onlyCall(dialect.encode(Intents.fallback(6), StationTraits.PLAIN_AC));

    Golden.assertSame("1.6/SetChargingProfile-fallback", call.payload());
  }

  @Test
  void leasesACeilingToTheRunningTransaction() {
    var encoding = dialect.encode(Intents.cap("701", 16), StationTraits.PLAIN_AC);

    assertThat(encoding).isInstanceOf(Encoding.Exact.class);
    Golden.assertSame("1.6/SetChargingProfile-lease", Intents.onlyCall(encoding).payload());
  }

  @Test
  void pausesInsteadOfFeedingBackAndSaysSo() {
    var encoding = dialect.encode(Intents.follow("701", -5000), Intents.DC_WITH_SETPOINTS);

    assertThat(encoding).isInstanceOf(Encoding.Degraded.class);
    assertThat(((Encoding.Degraded) encoding).losses())
        .containsExactly(
            "OCPP 1.6 knows no setpoints: the EVSE is held to 0 W instead of feeding back 5000 W.");
    Golden.assertSame("1.6/SetChargingProfile-setpoint", Intents.onlyCall(encoding).payload());
  }

  @Test
  void clearsTheLeaseOfOneEvseOnly() {
    var call = Intents.onlyCall(dialect.encode(new Release(evse(2)), StationTraits.PLAIN_AC));

    assertThat(call.action()).isEqualTo("ClearChargingProfile");
    Golden.assertSame("1.6/ClearChargingProfile", call.payload());
  }

  @Test
  void cannotLimitATransactionWithoutANumber() {
    var encoding = dialect.encode(Intents.cap("7f3a", 16), StationTraits.PLAIN_AC);

    assertThat(encoding).isInstanceOf(Encoding.Inexpressible.class);
  }

  @Test
  void welcomesAStation() throws RpcException {
    var handled =
        handle(
            "BootNotification",
            """
            {"chargePointVendor": "Setpoint", "chargePointModel": "Sim", "firmwareVersion": "1.0"}
            """);

    Golden.assertSame("1.6/BootNotification-answer", handled.response());
    assertThat(handled.events())
        .containsExactly(new StationBooted(ID, NOON, "Setpoint", "Sim", "1.0"));
  }

  @ParameterizedTest
  @CsvSource({
    "Available, AVAILABLE",
    "Preparing, OCCUPIED",
    "Charging, OCCUPIED",
    "SuspendedEV, OCCUPIED",
    "SuspendedEVSE, OCCUPIED",
    "Finishing, OCCUPIED",
    "Reserved, RESERVED",
    "Unavailable, UNAVAILABLE",
    "Faulted, FAULTED"
  })
  void translatesTheStateOfAConnector(String status, EvseStatus meaning) throws RpcException {
    var handled =
        handle(
            "StatusNotification",
            "{\"connectorId\": 1, \"errorCode\": \"NoError\", \"status\": \"%s\"}"
                .formatted(status));

    assertThat(handled.events()).containsExactly(new EvseStatusReported(evse(1), NOON, meaning));
  }

  @Test
  void ignoresTheStateOfTheStationAsAWhole() throws RpcException {
    var handled =
        handle(
            "StatusNotification",
            """
            {"connectorId": 0, "errorCode": "NoError", "status": "Available"}
            """);

    assertThat(handled.events()).isEmpty();
  }

  @Test
  void startsATransactionWithANumberAndItsFirstRegister() throws RpcException {
    var handled =
        handle(
            "StartTransaction",
            """
            {"connectorId": 2, "idTag": "VAN-7", "meterStart": 15000,
             "timestamp": "2026-11-01T11:59:00Z"}
            """);

    Golden.assertSame("1.6/StartTransaction-answer", handled.response());
    assertThat(handled.events().getFirst())
        .isEqualTo(
            new TransactionStarted(
                evse(2), NOON.minusSeconds(60), "701", Optional.of(new IdToken("VAN-7"))));
    assertThat(handled.events().get(1))
        .isInstanceOfSatisfying(
            EvseMeasured.class,
            measured ->
                assertThat(measured.sample().imported()).hasValue(Energy.ofWattHours(15_000)));
  }

  @Test
  void tellsAStrangerThatHeIsOneButStillKnowsOfHisTransaction() throws RpcException {
    var handled =
        handle(
            "StartTransaction",
            """
            {"connectorId": 2, "idTag": "stranger", "meterStart": 0,
             "timestamp": "2026-11-01T12:00:00Z"}
            """);

    assertThat(handled.response().at("/idTagInfo/status").stringValue()).isEqualTo("Invalid");
    assertThat(handled.events()).hasAtLeastOneElementOfType(TransactionStarted.class);
  }

  @Test
  void endsATransactionAfterItsLastRegister() throws RpcException {
    station.knowing("701", 2);

    var handled =
        handle(
            "StopTransaction",
            """
            {"transactionId": 701, "meterStop": 27500, "timestamp": "2026-11-01T12:00:00Z",
             "reason": "EVDisconnected"}
            """);

    assertThat(handled.events()).hasSize(2);
    assertThat(handled.events().getFirst()).isInstanceOf(EvseMeasured.class);
    assertThat(handled.events().getLast())
        .isEqualTo(new TransactionEnded(evse(2), NOON, "701", "EVDisconnected"));
  }

  @Test
  void acceptsTheStopOfATransactionThatNobodyKnows() throws RpcException {
    var handled =
        handle(
            "StopTransaction",
            """
            {"transactionId": 5, "meterStop": 1, "timestamp": "2026-11-01T12:00:00Z"}
            """);

    assertThat(handled.events()).isEmpty();
  }

  @Test
  void readsMeterValuesWrittenAsStringsAndSkipsTheUnreadable() throws RpcException {
    station.knowing("701", 2);

    var handled =
        handle(
            "MeterValues",
            """
            {"connectorId": 2, "meterValue": [{"timestamp": "2026-11-01T12:00:00Z",
              "sampledValue": [
                {"value": "n/a", "measurand": "SoC"},
                {"value": "4D6574", "format": "SignedData"},
                {"value": "11.0", "measurand": "Power.Active.Import", "unit": "kW"},
                {"value": "15230"}]}]}
            """);

    assertThat(handled.events())
        .singleElement()
        .isInstanceOfSatisfying(
            EvseMeasured.class,
            measured -> {
              assertThat(measured.transactionId()).hasValue("701");
              assertThat(measured.sample().power()).hasValue(Power.ofKilowatts(11));
              assertThat(measured.sample().imported()).hasValue(Energy.ofWattHours(15_230));
              assertThat(measured.sample().soc()).isEmpty();
            });
  }

  @Test
  void takesATransactionAtConnectorZeroForAMistake() {
    assertThatExceptionOfType(RpcException.class)
        .isThrownBy(() ->
            handle(
                "StartTransaction",
                """
                {"connectorId": 0, "idTag": "VAN-7", "meterStart": 0,
                 "timestamp": "2026-11-01T12:00:00Z"}
                """))
        .satisfies(refusal ->
            assertThat(refusal.code()).isEqualTo(RpcErrorCode.PROPERTY_CONSTRAINT_VIOLATION));
  }

  @Test
  void tellsRefusalFromAcceptance() throws RpcException {
    assertThat(dialect.findRefusal("SetChargingProfile", json("{\"status\": \"Accepted\"}")))
        .isEmpty();
    assertThat(dialect.findRefusal("SetChargingProfile", json("{\"status\": \"NotSupported\"}")))
        .hasValue("NotSupported");
    assertThat(dialect.findRefusal("ClearChargingProfile", json("{\"status\": \"Unknown\"}")))
        .isEmpty();
    assertThatExceptionOfType(RpcException.class)
        .isThrownBy(() -> dialect.findRefusal("SetChargingProfile", json("{\"status\": 1}")));
  }

  @Test
  void spellsErrorsAsVersion16DoesWithItsMistakes() {
    assertThat(dialect.spell(RpcErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION))
        .isEqualTo("OccurenceConstraintViolation");
    assertThat(dialect.spell(RpcErrorCode.FORMAT_VIOLATION)).isEqualTo("FormationViolation");
    assertThat(dialect.spell(RpcErrorCode.NOT_IMPLEMENTED)).isEqualTo("NotImplemented");
  }

  @Test
  void knowsAllActionsOfTheVersion() {
    assertThat(Actions16.ALL.names()).hasSize(39).containsAll(OcppSchemas.of("1.6").actions());
  }

  private Handled handle(String action, String payload) throws RpcException {
    return dialect.handle(action, json(payload), station);
  }

  private static JsonNode json(String text) {
    return JSON.readTree(text);
  }
}
