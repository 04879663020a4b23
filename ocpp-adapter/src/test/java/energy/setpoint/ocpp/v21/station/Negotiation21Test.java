package energy.setpoint.ocpp.v21.station;

import static energy.setpoint.ocpp.dialect.FakeStation.NOON;
import static energy.setpoint.ocpp.dialect.FakeStation.evse;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.event.NeedsReported;
import energy.setpoint.core.event.PriorityChanged;
import energy.setpoint.core.event.ReportedNeed;
import energy.setpoint.core.event.ReportedNeed.Control;
import energy.setpoint.core.event.ScheduleAnnounced;
import energy.setpoint.core.event.ScheduleAnnounced.Planned;
import energy.setpoint.core.intent.EvseIntent;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.ocpp.dialect.FakeStation;
import energy.setpoint.ocpp.dialect.Handled;
import energy.setpoint.ocpp.dialect.IntentFixtures;
import energy.setpoint.ocpp.dialect.Intents;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.dialect.trait.StationTraits.Ability;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.schema.Checked;
import energy.setpoint.ocpp.v21.Ocpp21Dialect;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What vehicles and drivers negotiate over OCPP 2.1. */
class Negotiation21Test {

  private static final JsonMapper JSON = new JsonMapper();

  private final OcppDialect dialect = new Checked(new Ocpp21Dialect());
  private final FakeStation station =
      new FakeStation().with(Intents.DC_WITH_SETPOINTS.with(Ability.DYNAMIC_PROFILES));

  /** K15.FR.03 to 05; K18.FR.04 against K15.FR.04, where Rejected would end the transaction. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          true,  24, ScheduledControl, Accepted
          false, 24, ScheduledControl, Processing
          true,  0,  ScheduledControl, NoChargingProfile
          true,  0,  DynamicControl,   NoChargingProfile
          true,  0,  ,                 Rejected
          """)
  void promisesAScheduleWhereOneComes(
      boolean running, int tuples, String controlMode, String status) throws RpcException {
    if (running) {
      station.knowing("tx-1", 1);
    }
    String mode = controlMode == null ? "" : "\"controlMode\": \"" + controlMode + "\", ";

    var handled =
        handle(
            "NotifyEVChargingNeeds",
            """
            {"evseId": 1, "maxScheduleTuples": %d,
             "chargingNeeds": {%s"requestedEnergyTransfer": "DC",
               "dcChargingParameters": {"evMaxCurrent": 125, "evMaxVoltage": 500}}}
            """
                .formatted(tuples, mode));

    assertThat(handled.response().get("status").stringValue()).isEqualTo(status);
    assertThat(need(handled).negotiation().maxPeriods()).isEqualTo(OptionalInt.of(tuples));
  }

  @Test
  void readsTheBoundsOfABidirectionalVehicle() throws RpcException {
    var handled =
        handle(
            "NotifyEVChargingNeeds",
            """
            {"evseId": 1, "chargingNeeds": {"requestedEnergyTransfer": "AC_BPT_DER",
              "controlMode": "ScheduledControl", "mobilityNeedsMode": "EVCC_SECC",
              "dcChargingParameters": {"evMaxCurrent": 32, "evMaxVoltage": 400,
                "stateOfCharge": 50, "evEnergyCapacity": 60000},
              "derChargingParameters": {"evSupportedDERControl": ["VoltVar"],
                "maxDischargeApparentPower": 10000},
              "v2xChargingParameters": {
                "minChargePower": 500, "minChargePower_L2": 500, "minChargePower_L3": 500,
                "maxChargePower": 3600, "maxChargePower_L2": 3600, "maxChargePower_L3": 3600,
                "minDischargePower": 300,
                "evMinEnergyRequest": -6000, "evMaxEnergyRequest": 24000,
                "evMinV2XEnergyRequest": -12000, "evMaxV2XEnergyRequest": 18000}}}
            """);

    ReportedNeed need = need(handled);
    assertThat(need.bounds().least()).hasValue(Energy.ofWattHours(-6000));
    assertThat(need.bounds().most()).hasValue(Energy.ofWattHours(24_000));
    assertThat(need.minimumSoc()).hasValue(StateOfCharge.ofPercent(30));
    assertThat(need.bounds().maximumSoc()).hasValue(StateOfCharge.ofPercent(80));
    assertThat(need.bounds().minCharge()).hasValue(Power.ofWatts(1500));
    assertThat(need.bounds().minDischarge()).hasValue(Power.ofWatts(300));
    assertThat(need.maxDischarge()).hasValue(Power.ofWatts(10_000));
    assertThat(need.negotiation().control()).hasValue(Control.SCHEDULED);
    assertThat(need.negotiation().perPhase()).isTrue();
    assertThat(need.negotiation().negotiable()).isTrue();
  }

  /** K15.FR.11, K18.FR.11. */
  @Test
  void acceptsAPlanWithinTheOffer() throws RpcException {
    station.wanting(wanted("CapPower 16 A"));

    var handled = announce(11_000);

    assertThat(handled.response().get("status").stringValue()).isEqualTo("Accepted");
    assertThat(handled.events())
        .containsExactly(
            new ScheduleAnnounced(
                evse(1),
                NOON,
                List.of(new Planned(NOON, Power.ofWatts(11_000))),
                OptionalInt.of(7),
                Optional.empty()));
  }

  /** K15.FR.12, K18.FR.12. */
  @Test
  void rejectsAPlanBeyondTheOfferAndSaysByHowMuch() throws RpcException {
    station.wanting(wanted("CapPower 16 A"));

    var handled = announce(22_000);

    assertThat(handled.response().get("status").stringValue()).isEqualTo("Rejected");
    assertThat(handled.events())
        .singleElement()
        .isInstanceOfSatisfying(
            ScheduleAnnounced.class,
            announced ->
                assertThat(announced.excess())
                    .hasValue("22000 W from 2026-11-01T12:00:00Z on, where 11040 W were offered."));
  }

  @Test
  void doesNotJudgeWhatComesAfterTheOffer() throws RpcException {
    station.wanting(wanted("CapPower 16 A"));

    var handled =
        handle(
            "NotifyEVChargingSchedule",
            """
            {"timeBase": "2026-11-01T12:00:00Z", "evseId": 1, "chargingSchedule": {"id": 7,
              "chargingRateUnit": "W", "chargingSchedulePeriod": [
                {"startPeriod": 0, "limit": 11000}, {"startPeriod": 600, "limit": 22000}]}}
            """);

    assertThat(handled.response().get("status").stringValue()).isEqualTo("Accepted");
  }

  @Test
  void acceptsAPlanThatAnswersToNoOfferOfOurs() throws RpcException {
    var handled = announce(22_000);

    assertThat(handled.response().get("status").stringValue()).isEqualTo("Accepted");
    assertThat(handled.events()).isEmpty();
  }

  /** K28.FR.07. */
  @Test
  void givesTheWantedSetpointToAStationThatAsks() throws RpcException {
    station.wanting(wanted("FollowSetpoint -5000 W, fast"));

    var handled = handle("PullDynamicScheduleUpdate", "{\"chargingProfileId\": 480001}");

    assertThat(handled.response().get("status").stringValue()).isEqualTo("Accepted");
    assertThat(handled.response().at("/scheduleUpdate/setpoint").intValue()).isEqualTo(-5000);
  }

  /** What is given now would hold for a minute, but the lease began more than a minute ago. */
  @Test
  void givesNothingThatWouldOutliveTheLease() throws RpcException {
    station.wanting(wanted("FollowSetpoint -5000 W, fast")).at(NOON.plusSeconds(61));

    var handled = handle("PullDynamicScheduleUpdate", "{\"chargingProfileId\": 480001}");

    assertThat(handled.response().get("status").stringValue()).isEqualTo("Rejected");
  }

  /** K28.FR.12. */
  @ParameterizedTest
  @CsvSource({"480001", "480002", "480000", "1"})
  void knowsNoOtherDynamicProfile(int id) throws RpcException {
    station.wanting(wanted("CapPower 16 A"));

    var handled = handle("PullDynamicScheduleUpdate", "{\"chargingProfileId\": " + id + "}");

    assertThat(handled.response().get("status").stringValue()).isEqualTo("Rejected");
    assertThat(handled.response().at("/statusInfo/reasonCode").stringValue())
        .isEqualTo("InvalidProfile");
  }

  /** K21.FR.05, K22.FR.03. */
  @Test
  void tellsThatATransactionWasGivenPriority() throws RpcException {
    station.knowing("tx-1", 1);

    var handled =
        handle("NotifyPriorityCharging", "{\"transactionId\": \"tx-1\", \"activated\": true}");

    assertThat(handled.events()).containsExactly(new PriorityChanged(evse(1), NOON, "tx-1", true));
  }

  @Test
  void answersForATransactionThatNobodyKnows() throws RpcException {
    var handled =
        handle("NotifyPriorityCharging", "{\"transactionId\": \"tx-9\", \"activated\": true}");

    assertThat(handled.events()).isEmpty();
  }

  private Handled announce(int watts) throws RpcException {
    return handle(
        "NotifyEVChargingSchedule",
        """
        {"timeBase": "2026-11-01T12:00:00Z", "evseId": 1, "selectedChargingScheduleId": 7,
         "chargingSchedule": {"id": 7, "chargingRateUnit": "W",
           "chargingSchedulePeriod": [{"startPeriod": 0, "limit": %d}]}}
        """
            .formatted(watts));
  }

  private static EvseIntent wanted(String name) {
    return (EvseIntent) IntentFixtures.all().get(name);
  }

  private static ReportedNeed need(Handled handled) {
    return ((NeedsReported) handled.events().getFirst()).need();
  }

  private Handled handle(String action, String payload) throws RpcException {
    return dialect.handle(action, JSON.readTree(payload), station);
  }
}
