package energy.setpoint.ocpp.v21;

import static energy.setpoint.ocpp.dialect.Intents.onlyCall;
import static energy.setpoint.ocpp.dialect.RequestedIntents.ALL_CONTROLS;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.der.DerControl;
import energy.setpoint.core.der.DerControlType;
import energy.setpoint.core.der.DerSelection;
import energy.setpoint.core.der.GridFault;
import energy.setpoint.core.der.HeldControl;
import energy.setpoint.core.event.DerEvent;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.intent.DerIntent;
import energy.setpoint.ocpp.dialect.Encoding;
import energy.setpoint.ocpp.dialect.FakeStation;
import energy.setpoint.ocpp.dialect.OutboundCall;
import energy.setpoint.ocpp.dialect.RequestedIntents;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.schema.Checked;
import energy.setpoint.ocpp.schema.Golden;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** DER controls (part 2, use cases R04 and R05). */
class Ocpp21DerControlTest {

  private static final StationTraits INVERTER =
      StationTraits.PLAIN_DC.withDerControls(ALL_CONTROLS);

  private final Checked dialect = new Checked(new Ocpp21Dialect());
  private final FakeStation station = new FakeStation();

  /** R04.FR.12, 14 and 16: a default has no times, and each kind has a field of its own. */
  @Test
  void saysEachFormOfControlInItsOwnField() {
    Map<String, DerControl> controls = RequestedIntents.controls();

    controls.forEach((name, control) -> {
      OutboundCall call = onlyCall(dialect.encode(RequestedIntents.set(control), INVERTER));
      Golden.assertSame("2.1/SetDERControl-" + name.replace(' ', '-'), call.payload());
    });
  }

  /** R04.FR.01: what a station does not know it must refuse, so it is never sent. */
  @Test
  void neverSendsAKindThatTheStationDidNotTell() {
    var traits = StationTraits.PLAIN_DC.withDerControls(Set.of("VoltWatt"));

    Encoding encoding = dialect.encode(RequestedIntents.set(RequestedIntents.VOLT_VAR), traits);

    assertThat(encoding)
        .isEqualTo(new Encoding.Inexpressible("The station has not told that it knows VoltVar."));
  }

  @Test
  void sendsNothingAtAllToAStationThatToldOfNoControls() {
    var ask = new DerIntent.AskForControls(FakeStation.ID, 1);

    Encoding encoding = dialect.encode(ask, StationTraits.PLAIN_DC);

    assertThat(encoding)
        .isEqualTo(new Encoding.Inexpressible("The station has told of no DER controls."));
  }

  @Test
  void clearsByKindByIdAndAltogether() {
    Map<String, DerSelection> selections =
        Map.of(
            "{\"isDefault\":true,\"controlType\":\"VoltVar\"}",
            new DerSelection.OfType(true, DerControlType.VOLT_VAR),
            "{\"isDefault\":false,\"controlId\":\"a\"}",
            new DerSelection.WithId(false, "a"),
            "{\"isDefault\":true}",
            new DerSelection.All(true));

    selections.forEach((text, which) ->
        assertThat(onlyCall(dialect.encode(RequestedIntents.clear(which), INVERTER)))
            .isEqualTo(new OutboundCall("ClearDERControl", json(text))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          SetDERControl   | {"status":"Accepted"}     |
          SetDERControl   | {"status":"Rejected","statusInfo":{"reasonCode":"InvalidValue","additionalInfo":"y"}} | Rejected: InvalidValue y
          SetDERControl   | {"status":"NotSupported"} | NotSupported
          ClearDERControl | {"status":"NotFound"}     |
          ClearDERControl | {"status":"Rejected"}     | Rejected
          GetDERControl   | {"status":"NotFound"}     |
          GetDERControl   | {"status":"NotSupported"} | NotSupported
          """)
  void tellsARefusalInWords(String action, String response, String words) throws RpcException {
    Optional<String> refusal = dialect.findRefusal(action, json(response));

    assertThat(refusal).isEqualTo(Optional.ofNullable(words));
  }

  /** R04.FR.03: the answer names whose place the new control took. */
  @Test
  void learnsWhichControlsANewOneSupersedes() throws RpcException {
    OutboundCall call =
        onlyCall(dialect.encode(RequestedIntents.set(RequestedIntents.VOLT_VAR), INVERTER));
    JsonNode response = json("{\"status\":\"Accepted\",\"supersededIds\":[\"volt-var-0\"]}");

    List<StationEvent> learnt = new Ocpp21Dialect().learn(call, response, station);

    assertThat(learnt)
        .containsExactly(
            new DerEvent.ControlAccepted(
                FakeStation.ID,
                FakeStation.NOON,
                HeldControl.of(RequestedIntents.VOLT_VAR),
                List.of("volt-var-0")));
  }

  @Test
  void readsBackWhateverItSets() throws RpcException {
    for (DerControl control : RequestedIntents.controls().values()) {
      OutboundCall call = onlyCall(dialect.encode(RequestedIntents.set(control), INVERTER));

      List<StationEvent> learnt =
          new Ocpp21Dialect().learn(call, json("{\"status\":\"Accepted\"}"), station);

      assertThat(learnt)
          .singleElement()
          .extracting(event -> ((DerEvent.ControlAccepted) event).control().control())
          .isEqualTo(Optional.of(control));
    }
  }

  @Test
  void learnsWhatWasCleared() throws RpcException {
    var which = new DerSelection.WithId(false, "a");
    OutboundCall call = onlyCall(dialect.encode(RequestedIntents.clear(which), INVERTER));

    List<StationEvent> learnt =
        new Ocpp21Dialect().learn(call, json("{\"status\":\"NotFound\"}"), station);

    assertThat(learnt)
        .containsExactly(new DerEvent.ControlsCleared(FakeStation.ID, FakeStation.NOON, which));
  }

  /** R04.FR.30: no report follows where there is nothing to report. */
  @Test
  void learnsThatThereIsNoControlFromTheAnswerAlone() throws RpcException {
    OutboundCall call =
        onlyCall(dialect.encode(new DerIntent.AskForControls(FakeStation.ID, 7), INVERTER));

    List<StationEvent> learnt =
        new Ocpp21Dialect().learn(call, json("{\"status\":\"NotFound\"}"), station);

    assertThat(learnt)
        .containsExactly(
            new DerEvent.ControlsReported(FakeStation.ID, FakeStation.NOON, 7, List.of(), false));
  }

  /** R04.FR.31 and 32. */
  @Test
  void understandsAPartOfAReport() throws RpcException {
    JsonNode report =
        json(
            """
            {"requestId":7,"tbc":true,
             "fixedPFInject":[{"id":"power-factor-1","isDefault":false,"isSuperseded":true,
               "fixedPF":{"priority":2,"displacement":0.95,"excitation":false,
                          "startTime":"2026-11-01T12:00:00Z","duration":3600}}],
             "gradient":[{"id":"gradients-1",
               "gradient":{"priority":0,"gradient":10,"softGradient":300}}]}
            """);

    var handled = dialect.handle("ReportDERControl", report, station);

    var controls = RequestedIntents.controls();
    assertThat(handled.events())
        .containsExactly(
            new DerEvent.ControlsReported(
                FakeStation.ID,
                FakeStation.NOON,
                7,
                List.of(
                    HeldControl.of(controls.get("fixed power factor")).asSuperseded(),
                    HeldControl.of(controls.get("gradients"))),
                true));
  }

  @Test
  void keepsAControlWhoseValuesMakeNoSenseWithoutThem() throws RpcException {
    JsonNode report =
        json(
            """
            {"requestId":7,
             "fixedVar":[{"id":"v","isDefault":true,"isSuperseded":false,
               "fixedVar":{"priority":3,"setpoint":250,"unit":"PctMaxVar"}}],
             "fixedPFAbsorb":[{"id":"p","isDefault":true,"isSuperseded":false,
               "fixedPF":{"priority":4,"displacement":1,"excitation":true,"duration":1e300}}]}
            """);

    var handled = dialect.handle("ReportDERControl", report, station);

    assertThat(handled.events())
        .containsExactly(
            new DerEvent.ControlsReported(
                FakeStation.ID,
                FakeStation.NOON,
                7,
                List.of(
                    odd("p", DerControlType.FIXED_POWER_FACTOR_ABSORB, 4),
                    odd("v", DerControlType.FIXED_VAR, 3)),
                false));
  }

  private static HeldControl odd(String id, DerControlType type, int priority) {
    return new HeldControl(id, type, true, false, priority, Optional.empty());
  }

  /** R05.FR.01 and 02. */
  @ParameterizedTest
  @CsvSource({"'',false", "'\"alarmEnded\":false,',false", "'\"alarmEnded\":true,',true"})
  void understandsAnAlarmAndItsEnd(String field, boolean ended) throws RpcException {
    JsonNode alarm =
        json(
            "{\"controlType\":\"VoltWatt\",\"gridEventFault\":\"OverVoltage\","
                + field
                + "\"timestamp\":\"2026-11-01T11:59:58Z\"}");

    var handled = dialect.handle("NotifyDERAlarm", alarm, station);

    assertThat(handled.events())
        .containsExactly(
            new DerEvent.Alarm(
                FakeStation.ID,
                FakeStation.NOON.minusSeconds(2),
                DerControlType.VOLT_WATT,
                Optional.of(GridFault.OVER_VOLTAGE),
                ended,
                ""));
  }

  /** R04.FR.21 and 22. */
  @Test
  void understandsThatAControlStartsAndEnds() throws RpcException {
    var started =
        dialect.handle(
            "NotifyDERStartStop",
            json(
                "{\"controlId\":\"a\",\"started\":true,\"supersededIds\":[\"b\"],"
                    + "\"timestamp\":\"2026-11-01T12:00:00Z\"}"),
            station);
    var ended =
        dialect.handle(
            "NotifyDERStartStop",
            json(
                "{\"controlId\":\"a\",\"started\":false,"
                    + "\"timestamp\":\"2026-11-01T12:00:00Z\"}"),
            station);

    assertThat(started.events())
        .containsExactly(
            new DerEvent.ControlStarted(FakeStation.ID, FakeStation.NOON, "a", List.of("b")));
    assertThat(ended.events())
        .containsExactly(new DerEvent.ControlEnded(FakeStation.ID, FakeStation.NOON, "a"));
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
