package energy.setpoint.ocpp.v21;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.ocpp.dialect.Encoding;
import energy.setpoint.ocpp.dialect.IntentFixtures;
import energy.setpoint.ocpp.dialect.Intents;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.Ability;
import energy.setpoint.ocpp.dialect.trait.StationTraits.OperationMode;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.schema.Checked;
import energy.setpoint.ocpp.schema.Golden;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What goes over the wire in OCPP 2.1, message by message. */
class Intents21Test {

  private static final JsonMapper JSON = new JsonMapper();
  private static final StationTraits AC = everything(StationTraits.PLAIN_AC);
  private static final StationTraits DC = everything(StationTraits.PLAIN_DC);

  private final OcppDialect dialect = new Checked(new Ocpp21Dialect());

  static Stream<String> intents() {
    return IntentFixtures.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("intents")
  void writesEachIntentAsItIsKept(String name) {
    Encoding onAc = dialect.encode(IntentFixtures.all().get(name), AC);
    Encoding onDc = dialect.encode(IntentFixtures.all().get(name), DC);

    Golden.assertSame("2.1/intents/" + Golden.fileName(name), Golden.both(onAc, onDc));
  }

  /** K28.FR.01, K28.FR.02, and no time of ours that a wrong clock could misread (K28.FR.05). */
  @Test
  void beginsAFastSetpointWithADynamicProfileThatEndsByItself() {
    JsonNode profile = profile("FollowSetpoint -5000 W, fast", DC);

    assertThat(profile.get("chargingProfileKind").stringValue()).isEqualTo("Dynamic");
    assertThat(profile.get("chargingSchedule")).hasSize(1);
    assertThat(profile.at("/chargingSchedule/0/chargingSchedulePeriod")).hasSize(1);
    assertThat(profile.at("/chargingSchedule/0").has("startSchedule")).isFalse();
    assertThat(profile.has("dynUpdateTime")).isFalse();
    assertThat(profile.at("/chargingSchedule/0/duration").intValue()).isEqualTo(60);
    assertThat(profile.get("dynUpdateInterval").intValue()).isEqualTo(30);
  }

  /** K28.FR.06. */
  @Test
  void movesAFastSetpointByAShortMessage() {
    var call = Intents.onlyCall(dialect.encode(IntentFixtures.all().get("AdjustSetpoint 0 W"), DC));

    assertThat(call.action()).isEqualTo("UpdateDynamicSchedule");
    assertThat(call.payload().at("/scheduleUpdate/setpoint").intValue()).isZero();
  }

  @Test
  void movesASetpointByAWholeProfileWhereAStationTakesNoUpdates() {
    var steady = Intents.DC_WITH_SETPOINTS;

    var encoding = dialect.encode(IntentFixtures.all().get("AdjustSetpoint 0 W"), steady);

    assertThat(Intents.onlyCall(encoding).action()).isEqualTo("SetChargingProfile");
    assertThat(((Encoding.Degraded) encoding).losses())
        .containsExactly(
            "The station takes no Dynamic profiles: each move of the setpoint is a profile of its"
                + " own.");
  }

  /** K01.FR.101 to K01.FR.103. */
  @Test
  void letsALeaseEndOfflineButNeverTheFallback() {
    JsonNode lease = profile("CapPower 16 A", AC);
    JsonNode fallback = profile("SetFallback 6 A", AC);

    assertThat(lease.get("maxOfflineDuration").intValue()).isEqualTo(120);
    assertThat(lease.get("invalidAfterOfflineDuration").booleanValue()).isTrue();
    assertThat(fallback.has("maxOfflineDuration")).isFalse();
  }

  /** K01.FR.70, K01.FR.71. */
  @Test
  void offersPriorityWithoutAnEndAndWithoutAMode() {
    JsonNode profile = profile("OfferPriority 32 A", AC);

    assertThat(profile.findValue("duration")).isNull();
    assertThat(profile.findValue("operationMode")).isNull();
    assertThat(profile.has("validTo")).isFalse();
  }

  /** Q05.FR.07: others renew the duration, so the profile itself ends with the lease. */
  @Test
  void endsWhatAnEnergyManagerKeepsAlive() {
    JsonNode profile = profile("Operate ExternalSetpoint", AC);

    assertThat(profile.get("validTo").stringValue()).isEqualTo("2026-11-01T12:02:00Z");
  }

  /** The table of section 2.2: both limits are set externally. */
  @Test
  void budgetsAllThatAnEvseCanTakeWhereAnEnergyManagerSetsTheLimits() {
    var encoding = dialect.encode(IntentFixtures.all().get("Operate ExternalLimits"), DC);

    assertThat(((Encoding.Degraded) encoding).mayDraw()).hasValue(Encoding.ANYTHING);
  }

  /** Q08.FR.01 forbids a limit, so the curves themselves must keep to the ceiling. */
  @Test
  void cutsCurvesOffAtTheCeiling() {
    JsonNode period =
        profile("Operate LocalFrequency", AC).at("/chargingSchedule/0/chargingSchedulePeriod/0");

    double most =
        period.get("v2xBaseline").doubleValue()
            + period.at("/v2xFreqWattCurve/2/power").doubleValue()
            + period.at("/v2xSignalWattCurve/2/power").doubleValue();
    assertThat(most).isEqualTo(16 * 230);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          UpdateDynamicSchedule,       Rejected,  InvalidProfile
          UsePriorityCharging,         NoProfile, NotFound
          UsePriorityCharging,         Rejected,  TxNotFound
          NotifyAllowedEnergyTransfer, Rejected,  NotSupported
          AFRRSignal,                  Rejected,  NoSignalWattCurve
          GetCompositeSchedule,        Rejected,  UnknownEvse
          """)
  void saysWhyAStationRefuses(String action, String status, String reason) throws RpcException {
    JsonNode answer =
        JSON.readTree(
            """
            {"status": "%s", "statusInfo": {"reasonCode": "%s"}}\
            """
                .formatted(status, reason));

    assertThat(dialect.findRefusal(action, answer)).hasValue(status + ": " + reason);
  }

  @Test
  void takesNoProfilesForNoRefusal() throws RpcException {
    JsonNode none = JSON.readTree("{\"status\": \"NoProfiles\"}");

    assertThat(dialect.findRefusal("GetChargingProfiles", none)).isEmpty();
  }

  private JsonNode profile(String intent, StationTraits traits) {
    return Intents.onlyCall(dialect.encode(IntentFixtures.all().get(intent), traits))
        .payload()
        .get("chargingProfile");
  }

  private static StationTraits everything(StationTraits plain) {
    return new StationTraits(
        plain.directCurrent(),
        1,
        plain.rateUnits(),
        1,
        1,
        Optional.empty(),
        Set.of(Ability.values()),
        Set.of(OperationMode.values()),
        Set.of(),
        Set.of());
  }
}
