package energy.setpoint.ocpp.v21;

import static energy.setpoint.ocpp.dialect.FakeStation.ID;
import static energy.setpoint.ocpp.dialect.FakeStation.NOON;
import static energy.setpoint.ocpp.dialect.FakeStation.evse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import energy.setpoint.core.event.EvseMeasured;
import energy.setpoint.core.event.EvseStatus;
import energy.setpoint.core.event.EvseStatusReported;
import energy.setpoint.core.event.NeedsReported;
import energy.setpoint.core.event.ReportedNeed;
import energy.setpoint.core.event.ReportedNeed.Bounds;
import energy.setpoint.core.event.ReportedNeed.Control;
import energy.setpoint.core.event.ReportedNeed.Negotiation;
import energy.setpoint.core.event.StationBooted;
import energy.setpoint.core.event.TransactionEnded;
import energy.setpoint.core.event.TransactionStarted;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.Release;
import energy.setpoint.core.intent.Setpoint;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.session.IdToken;
import energy.setpoint.ocpp.dialect.Encoding;
import energy.setpoint.ocpp.dialect.FakeStation;
import energy.setpoint.ocpp.dialect.Handled;
import energy.setpoint.ocpp.dialect.Intents;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.Ability;
import energy.setpoint.ocpp.dialect.trait.StationTraits.RateUnit;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.rpc.frame.RpcErrorCode;
import energy.setpoint.ocpp.schema.Checked;
import energy.setpoint.ocpp.schema.Golden;
import energy.setpoint.ocpp.schema.OcppSchemas;
import energy.setpoint.ocpp.v21.station.Actions21;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class Ocpp21DialectTest {

  private static final JsonMapper JSON = new JsonMapper();

  private final OcppDialect dialect = new Checked(new Ocpp21Dialect());
  private final FakeStation station = new FakeStation();

  /** K01.FR.10, K01.FR.14: valid until replaced, applied to each EVSE. */
  @Test
  void installsTheFallbackAsTheDefaultOfAllEvses() {
    var call = Intents.onlyCall(dialect.encode(Intents.fallback(6), StationTraits.PLAIN_AC));

    Golden.assertSame("2.1/SetChargingProfile-fallback", call.payload());
  }

  /** K01.FR.03, K01.FR.16, K01.FR.31, K01.FR.40. */
  @Test
  void leasesACeilingToTheRunningTransaction() {
    var encoding = dialect.encode(Intents.cap("tx-1", 16), StationTraits.PLAIN_AC);

    JsonNode payload = Intents.onlyCall(encoding).payload();
    assertThat(encoding).isInstanceOf(Encoding.Exact.class);
    assertThat(payload.at("/evseId").intValue()).isPositive();
    assertThat(payload.at("/chargingProfile/transactionId").stringValue()).isEqualTo("tx-1");
    assertThat(payload.findValue("startPeriod").intValue()).isZero();
    assertThat(payload.findValue("startSchedule")).isNotNull();
    Golden.assertSame("2.1/SetChargingProfile-lease", payload);
  }

  /** K01.FR.43: a station that cannot switch phases would have to reject it. */
  @Test
  void neverAsksForANumberOfPhases() {
    var call = Intents.onlyCall(dialect.encode(Intents.cap("tx-1", 16), StationTraits.PLAIN_AC));

    assertThat(call.payload().findValue("numberPhases")).isNull();
  }

  /** Q03.FR.01, Q03.FR.02: a setpoint, and no limits beside it. */
  @Test
  void feedsBackFromADirectCurrentVehicle() {
    var encoding = dialect.encode(Intents.follow("tx-1", -5000), Intents.DC_WITH_SETPOINTS);

    JsonNode period = Intents.onlyCall(encoding).payload().findValue("chargingSchedulePeriod");
    assertThat(encoding).isInstanceOf(Encoding.Exact.class);
    assertThat(period.get(0).propertyNames())
        .containsExactlyInAnyOrder("startPeriod", "setpoint", "operationMode");
    Golden.assertSame("2.1/SetChargingProfile-setpoint", Intents.onlyCall(encoding).payload());
  }

  /** The sum of all phases is never sent: a vehicle on one phase would put it all there. */
  @Test
  void sharesASetpointAmongThePhasesOfAStationThatTakesOneForEach() {
    StationTraits each = Intents.AC_WITH_SETPOINTS.with(Ability.LIMIT_PER_PHASE);

    var encoding = dialect.encode(Intents.follow("tx-1", -6000), each);

    JsonNode payload = Intents.onlyCall(encoding).payload();
    assertThat(payload.findValue("setpoint").decimalValue()).isEqualTo("-2000");
    assertThat(payload.findValue("setpoint_L2").decimalValue()).isEqualTo("-2000");
    assertThat(payload.findValue("setpoint_L3").decimalValue()).isEqualTo("-2000");
  }

  /** Errata V2X.08 to V2X.10: values of L2 and L3 would be rejected with PhaseConflict. */
  @Test
  void sendsTheCurrentOfEachPhaseToAStationThatTakesOneSetpoint() {
    var encoding = dialect.encode(Intents.follow("tx-1", -6000), Intents.AC_WITH_SETPOINTS);

    JsonNode payload = Intents.onlyCall(encoding).payload();
    assertThat(encoding).isInstanceOf(Encoding.Exact.class);
    assertThat(payload.findValue("chargingRateUnit").stringValue()).isEqualTo("A");
    assertThat(payload.findValue("setpoint").decimalValue()).isEqualTo("-8.6");
    assertThat(payload.findValue("setpoint_L2")).isNull();
    assertThat(payload.findValue("setpoint_L3")).isNull();
  }

  @Test
  void sendsThePowerOfOnePhaseToAStationThatTakesOneSetpointInWatts() {
    StationTraits watts =
        StationTraits.alternating(RateUnit.W).with(StationTraits.OperationMode.CENTRAL_SETPOINT);

    var encoding = dialect.encode(Intents.follow("tx-1", 6000), watts);

    assertThat(((Encoding.Degraded) encoding).losses())
        .singleElement(STRING)
        .contains("the power of one phase of 6000 W");
    assertThat(Intents.onlyCall(encoding).payload().findValue("setpoint").decimalValue())
        .isEqualTo("2000");
  }

  @Test
  void neverSetsAPointAboveItsCeiling() {
    var greedy = Intents.follow("tx-1", 7000);
    var tight =
        new FollowSetpoint(
            greedy.evse(),
            greedy.transactionId(),
            new Setpoint(Power.ofWatts(9000)),
            greedy.ceiling(),
            greedy.validity());

    var call = Intents.onlyCall(dialect.encode(tight, Intents.DC_WITH_SETPOINTS));

    assertThat(call.payload().findValue("setpoint").doubleValue()).isBetween(6999.0, 7001.0);
  }

  @Test
  void pausesAStationWithoutSetpointsInsteadOfFeedingBack() {
    var encoding = dialect.encode(Intents.follow("tx-1", -5000), StationTraits.PLAIN_AC);

    assertThat(((Encoding.Degraded) encoding).losses())
        .containsExactly(
            "The station follows no setpoints: the EVSE is held to 0 W instead of feeding back"
                + " 5000 W.");
    assertThat(Intents.onlyCall(encoding).payload().findValue("limit").intValue()).isZero();
  }

  @Test
  void clearsTheLeaseOfOneEvseOnly() {
    var call = Intents.onlyCall(dialect.encode(new Release(evse(2)), StationTraits.PLAIN_AC));

    Golden.assertSame("2.1/ClearChargingProfile", call.payload());
  }

  @Test
  void welcomesAStation() throws RpcException {
    var handled =
        handle(
            "BootNotification",
            """
            {"reason": "PowerUp", "chargingStation": {"vendorName": "Setpoint", "model": "Sim"}}
            """);

    Golden.assertSame("2.1/BootNotification-answer", handled.response());
    assertThat(handled.events())
        .containsExactly(new StationBooted(ID, NOON, "Setpoint", "Sim", ""));
  }

  @Test
  void reportsTheStateOfAnEvse() throws RpcException {
    var handled =
        handle(
            "StatusNotification",
            """
            {"timestamp": "2026-11-01T12:00:00Z", "connectorStatus": "Occupied",
             "evseId": 2, "connectorId": 1}
            """);

    assertThat(handled.events())
        .containsExactly(new EvseStatusReported(evse(2), NOON, EvseStatus.OCCUPIED));
  }

  @Test
  void startsATransactionWithItsMeasurements() throws RpcException {
    var handled = handle("TransactionEvent", STARTED);

    Golden.assertSame("2.1/TransactionEvent-answer", handled.response());
    assertThat(handled.events().getFirst())
        .isEqualTo(
            new TransactionStarted(evse(2), NOON, "tx-1", Optional.of(new IdToken("VAN-7"))));
    assertThat(handled.events().getLast())
        .isInstanceOfSatisfying(
            EvseMeasured.class,
            measured -> {
              assertThat(measured.transactionId()).hasValue("tx-1");
              assertThat(measured.sample().power()).hasValue(Power.ofWatts(7200));
              assertThat(measured.sample().imported()).hasValue(Energy.ofWattHours(15_000));
            });
  }

  /** E01.FR.16: the EVSE is told once, and not in every later event. */
  @Test
  void findsTheEvseOfARunningTransaction() throws RpcException {
    station.knowing("tx-1", 2);

    var handled = handle("TransactionEvent", UPDATED_WITHOUT_EVSE);

    assertThat(handled.events())
        .singleElement()
        .isInstanceOfSatisfying(
            EvseMeasured.class, measured -> assertThat(measured.evse()).isEqualTo(evse(2)));
  }

  @Test
  void learnsOfATransactionFromTheFirstEventThatHasAnEvse() throws RpcException {
    var handled =
        handle(
            "TransactionEvent",
            """
            {"eventType": "Updated", "timestamp": "2026-11-01T12:00:00Z", "seqNo": 7,
             "triggerReason": "CablePluggedIn", "transactionInfo": {"transactionId": "tx-9"},
             "evse": {"id": 1, "connectorId": 1}}
            """);

    assertThat(handled.events())
        .containsExactly(new TransactionStarted(evse(1), NOON, "tx-9", Optional.empty()));
  }

  @Test
  void answersEventsOfATransactionWhoseEvseNobodyKnows() throws RpcException {
    var handled = handle("TransactionEvent", UPDATED_WITHOUT_EVSE);

    assertThat(handled.events()).isEmpty();
  }

  @Test
  void endsATransactionAfterItsLastMeasurement() throws RpcException {
    station.knowing("tx-1", 2);

    var handled =
        handle(
            "TransactionEvent",
            """
            {"eventType": "Ended", "timestamp": "2026-11-01T12:00:00Z", "seqNo": 9,
             "triggerReason": "EVDeparted",
             "transactionInfo": {"transactionId": "tx-1", "stoppedReason": "EVDisconnected"},
             "meterValue": [{"timestamp": "2026-11-01T12:00:00Z",
                             "sampledValue": [{"value": 27500, "context": "Transaction.End"}]}]}
            """);

    assertThat(handled.events()).hasSize(2);
    assertThat(handled.events().getFirst()).isInstanceOf(EvseMeasured.class);
    assertThat(handled.events().getLast())
        .isEqualTo(new TransactionEnded(evse(2), NOON, "tx-1", "EVDisconnected"));
  }

  /** Use case C02: a start button. */
  @Test
  void acceptsStationsThatIdentifyNobody() throws RpcException {
    var handled =
        handle(
            "TransactionEvent",
            """
            {"eventType": "Started", "timestamp": "2026-11-01T12:00:00Z", "seqNo": 0,
             "triggerReason": "Authorized", "transactionInfo": {"transactionId": "tx-1"},
             "evse": {"id": 1}, "idToken": {"idToken": "", "type": "NoAuthorization"}}
            """);

    assertThat(handled.response().at("/idTokenInfo/status").stringValue()).isEqualTo("Accepted");
    assertThat(handled.events())
        .containsExactly(new TransactionStarted(evse(1), NOON, "tx-1", Optional.empty()));
  }

  @Test
  void tellsAStrangerThatHeIsOne() throws RpcException {
    var handled =
        handle(
            "Authorize",
            """
            {"idToken": {"idToken": "STRANGER", "type": "ISO14443"}}
            """);

    assertThat(handled.response().at("/idTokenInfo/status").stringValue()).isEqualTo("Invalid");
  }

  /** K15.FR.03. */
  @Test
  void understandsWhatAVehicleOnDirectCurrentNeeds() throws RpcException {
    station.knowing("tx-1", 1);

    var handled =
        handle(
            "NotifyEVChargingNeeds",
            """
            {"evseId": 1, "chargingNeeds": {"requestedEnergyTransfer": "DC",
              "departureTime": "2026-11-02T06:00:00Z",
              "dcChargingParameters": {"evMaxCurrent": 300, "evMaxVoltage": 500,
                "energyAmount": 30000, "evMaxPower": 100000, "stateOfCharge": 40,
                "evEnergyCapacity": 60000, "fullSoC": 95}}}
            """);

    assertThat(handled.response().at("/status").stringValue()).isEqualTo("Accepted");
    assertThat(handled.events())
        .containsExactly(
            new NeedsReported(
                evse(1),
                NOON,
                new ReportedNeed(
                    Optional.of(Energy.ofKilowattHours(30)),
                    Optional.of(Energy.ofKilowattHours(60)),
                    Optional.of(StateOfCharge.ofPercent(40)),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(Instant.parse("2026-11-02T06:00:00Z")),
                    Optional.of(Power.ofKilowatts(100)),
                    Optional.empty(),
                    OptionalInt.empty())));
  }

  @Test
  void understandsWhatAVehicleOnAlternatingCurrentNeeds() throws RpcException {
    var handled =
        handle(
            "NotifyEVChargingNeeds",
            """
            {"evseId": 1, "chargingNeeds": {"requestedEnergyTransfer": "AC_three_phase",
              "acChargingParameters": {"energyAmount": 20000, "evMinCurrent": 6,
                "evMaxCurrent": 16, "evMaxVoltage": 230}}}
            """);

    assertThat(handled.events())
        .singleElement()
        .isInstanceOfSatisfying(
            NeedsReported.class,
            reported -> {
              assertThat(reported.need().requested()).hasValue(Energy.ofKilowattHours(20));
              assertThat(reported.need().maxCharge()).hasValue(Power.ofWatts(11_040));
              assertThat(reported.need().phases()).hasValue(3);
            });
  }

  /** Q01.FR.03, Q01.FR.07. */
  @Test
  void understandsWhatABidirectionalVehicleNeedsAndAllows() throws RpcException {
    var handled =
        handle(
            "NotifyEVChargingNeeds",
            """
            {"evseId": 1, "timestamp": "2026-11-01T11:00:00Z",
             "chargingNeeds": {"requestedEnergyTransfer": "DC_BPT",
              "controlMode": "DynamicControl", "departureTime": "2026-11-02T06:00:00Z",
              "dcChargingParameters": {"evMaxCurrent": 125, "evMaxVoltage": 500,
                "stateOfCharge": 60, "evEnergyCapacity": 60000},
              "v2xChargingParameters": {"maxChargePower": 11000, "maxDischargePower": 10000,
                "evTargetEnergyRequest": 12000, "evMinV2XEnergyRequest": -18000,
                "targetSoC": 80}}}
            """);

    assertThat(handled.events())
        .containsExactly(
            new NeedsReported(
                evse(1),
                NOON.minusSeconds(3600),
                new ReportedNeed(
                    Optional.of(Energy.ofKilowattHours(12)),
                    Optional.of(Energy.ofKilowattHours(60)),
                    Optional.of(StateOfCharge.ofPercent(60)),
                    Optional.of(StateOfCharge.ofPercent(80)),
                    Optional.of(new StateOfCharge(0.6 - 0.3)),
                    Optional.of(Instant.parse("2026-11-02T06:00:00Z")),
                    Optional.of(Power.ofKilowatts(11)),
                    Optional.of(Power.ofKilowatts(10)),
                    OptionalInt.empty(),
                    Bounds.UNSAID,
                    new Negotiation(
                        Optional.of(Control.DYNAMIC), OptionalInt.empty(), false, false))));
  }

  @Test
  void addsWhatAVehicleAllowsOnEachPhase() throws RpcException {
    var handled =
        handle(
            "NotifyEVChargingNeeds",
            """
            {"evseId": 1, "chargingNeeds": {"requestedEnergyTransfer": "AC_BPT",
              "v2xChargingParameters": {
                "maxChargePower": 3600, "maxChargePower_L2": 3600, "maxChargePower_L3": 3600,
                "maxDischargePower": 3000, "maxDischargePower_L2": 3000,
                "maxDischargePower_L3": 3000, "evTargetEnergyRequest": -4000}}}
            """);

    assertThat(handled.events())
        .singleElement()
        .isInstanceOfSatisfying(
            NeedsReported.class,
            reported -> {
              assertThat(reported.need().maxCharge()).hasValue(Power.ofWatts(10_800));
              assertThat(reported.need().maxDischarge()).hasValue(Power.ofWatts(9000));
              assertThat(reported.need().phases()).hasValue(3);
              assertThat(reported.need().requested()).hasValue(Energy.ZERO);
            });
  }

  @Test
  void takesNoStream() throws RpcException {
    var opened =
        handle(
            "OpenPeriodicEventStream",
            """
            {"constantStreamData": {"id": 1, "variableMonitoringId": 2, "params": {}}}
            """);

    assertThat(opened.response().at("/status").stringValue()).isEqualTo("Rejected");
  }

  @Test
  void namesTheFieldThatIsWrong() {
    assertThatExceptionOfType(RpcException.class)
        .isThrownBy(() -> handle("TransactionEvent", STARTED.replace("7200", "\"7200\"")))
        .satisfies(refusal -> {
          assertThat(refusal.code()).isEqualTo(RpcErrorCode.TYPE_CONSTRAINT_VIOLATION);
          assertThat(refusal.description())
              .isEqualTo("meterValue[0].sampledValue[0].value must be a number, but is \"7200\".");
        });
  }

  @Test
  void tellsRefusalFromAcceptance() throws RpcException {
    assertThat(dialect.findRefusal("SetChargingProfile", json("{\"status\": \"Accepted\"}")))
        .isEmpty();
    assertThat(
            dialect.findRefusal(
                "SetChargingProfile",
                json(
                    """
                    {"status": "Rejected",
                     "statusInfo": {"reasonCode": "TxNotFound", "additionalInfo": "tx-1"}}
                    """)))
        .hasValue("Rejected: TxNotFound tx-1");
    assertThat(dialect.findRefusal("ClearChargingProfile", json("{\"status\": \"Unknown\"}")))
        .isEmpty();
  }

  @Test
  void spellsErrorsAsPart4Does() {
    assertThat(dialect.spell(RpcErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION))
        .isEqualTo("OccurrenceConstraintViolation");
    assertThat(dialect.spell(RpcErrorCode.FORMAT_VIOLATION)).isEqualTo("FormatViolation");
    assertThat(dialect.spell(RpcErrorCode.RPC_FRAMEWORK_ERROR)).isEqualTo("RpcFrameworkError");
  }

  @Test
  void knowsAllActionsOfTheVersion() {
    assertThat(Actions21.ALL.names()).hasSize(91).containsAll(OcppSchemas.of("2.1").actions());
  }

  private Handled handle(String action, String payload) throws RpcException {
    return dialect.handle(action, json(payload), station);
  }

  private static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  private static final String STARTED =
      """
      {"eventType": "Started", "timestamp": "2026-11-01T12:00:00Z", "seqNo": 0,
       "triggerReason": "CablePluggedIn", "transactionInfo": {"transactionId": "tx-1"},
       "evse": {"id": 2, "connectorId": 1},
       "idToken": {"idToken": "VAN-7", "type": "ISO14443"},
       "meterValue": [{"timestamp": "2026-11-01T12:00:00Z", "sampledValue": [
         {"value": 7200, "measurand": "Power.Active.Import"},
         {"value": 15, "measurand": "Energy.Active.Import.Register",
          "unitOfMeasure": {"unit": "Wh", "multiplier": 3}}]}]}
      """;

  private static final String UPDATED_WITHOUT_EVSE =
      """
      {"eventType": "Updated", "timestamp": "2026-11-01T12:00:00Z", "seqNo": 1,
       "triggerReason": "MeterValuePeriodic", "transactionInfo": {"transactionId": "tx-1"},
       "meterValue": [{"timestamp": "2026-11-01T12:00:00Z", "sampledValue": [
         {"value": 7200, "measurand": "Power.Active.Import"}]}]}
      """;
}
