package energy.setpoint.simulation.station;

import static energy.setpoint.simulation.station.StationBench.amps;
import static energy.setpoint.simulation.station.StationBench.dynamicWatts;
import static energy.setpoint.simulation.station.StationBench.watts;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.simulation.profile.Feature;
import energy.setpoint.simulation.profile.ProfileRules;
import energy.setpoint.simulation.profile.RateUnit;
import energy.setpoint.simulation.station.state.Iso15118;
import energy.setpoint.simulation.station.state.StationType;
import energy.setpoint.simulation.station.v16.Messages16;
import energy.setpoint.simulation.station.v201.Messages201;
import energy.setpoint.simulation.station.v21.Messages21;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class SmartChargingTest {

  private static final String SET = "SetChargingProfile";
  private static final String CURVES =
      "'operationMode': 'LocalFrequency', 'v2xBaseline': 0, 'v2xFreqWattCurve': ["
          + "{'frequency': 49.8, 'power': -6900}, {'frequency': 50.2, 'power': 6900}],"
          + " 'v2xSignalWattCurve': [{'signal': -10, 'power': -690}, {'signal': 10, 'power': 690}]";

  static Stream<MessageSet> laterVersions() {
    return Stream.of(new Messages201(), new Messages21());
  }

  /** K09.FR.01, K09.FR.02, K09.FR.06. */
  @ParameterizedTest
  @MethodSource("laterVersions")
  void reportsItsProfilesInParts(MessageSet messages) {
    StationBench bench = StationBench.charging(messages);
    for (int level = 0; level < 5; level++) {
      bench.ask(
          SET,
          bench.profile(10 + level, 0, level, "TxDefaultProfile", "Absolute", amps("'limit': 10")));
    }
    bench.ask(SET, bench.profile(1, "TxProfile", "Absolute", amps("'limit': 9")));

    String status =
        bench.status(
            "GetChargingProfiles", "{'requestId': 5, 'chargingProfile': {'stackLevel': 2}}");
    bench.ask(
        "GetChargingProfiles",
        "{'requestId': 6, 'chargingProfile': {'chargingLimitSource': ['CSO']}}");

    List<JsonNode> reports = bench.heard("ReportChargingProfiles");
    assertThat(status).isEqualTo("Accepted");
    assertThat(ids(reports, 5)).containsExactlyInAnyOrder(7, 12);
    assertThat(ids(reports, 6)).containsExactlyInAnyOrder(7, 10, 11, 12, 13, 14);
    assertThat(reports.stream().filter(r -> r.path("requestId").intValue() == 6))
        .extracting(r -> r.path("tbc").asBoolean(false))
        .containsExactly(true, true, true, false);
    bench.assertSchemasKept();
  }

  @ParameterizedTest
  @MethodSource("laterVersions")
  void saysThatItHasNoSuchProfiles(MessageSet messages) {
    StationBench bench = new StationBench(messages);

    String status =
        bench.status(
            "GetChargingProfiles", "{'requestId': 5, 'chargingProfile': {'stackLevel': 2}}");

    assertThat(status).isEqualTo("NoProfiles");
    assertThat(bench.heard("ReportChargingProfiles")).isEmpty();
  }

  /** K11.FR.01, K11.FR.02, K11.FR.04, K13.FR.01, K13.FR.02. */
  @ParameterizedTest
  @MethodSource("laterVersions")
  void tellsOfTheLimitOfAnExternalSystemAndOfItsEnd(MessageSet messages) {
    StationBench bench = StationBench.charging(messages);

    bench.station.external(system -> system.limit(0, 6900));
    bench.live(10);
    double limited = bench.amps(1);
    bench.station.external(system -> system.release(0));
    bench.live(10);

    assertThat(limited).isEqualTo(10);
    assertThat(bench.amps(1)).isEqualTo(15.942);
    assertThat(bench.heard("NotifyChargingLimit")).hasSize(1);
    assertThat(bench.heard("ClearedChargingLimit")).hasSize(1);
    assertThat(bench.heard("TransactionEvent"))
        .extracting(e -> e.path("triggerReason").asString(""))
        .contains("ChargingRateChanged");
    bench.assertSchemasKept();
  }

  @Test
  void obeysAnExternalLimitIn16WithoutAWord() {
    StationBench bench = StationBench.charging(new Messages16());

    bench.station.external(system -> system.limit(1, 6900));
    bench.live(10);

    assertThat(bench.amps(1)).isEqualTo(10);
  }

  /** K15.FR.10, K15.FR.19, K15.FR.21. */
  @ParameterizedTest
  @MethodSource("laterVersions")
  void tellsTheScheduleThatTheVehicleAgreesTo(MessageSet messages) {
    StationBench bench = StationBench.charging(messages);

    bench.ask(SET, bench.profile(1, "TxProfile", "Absolute", amps("'limit': 9")));

    JsonNode told = bench.heard("NotifyEVChargingSchedule").getFirst();
    assertThat(
            told.path("chargingSchedule")
                .path("chargingSchedulePeriod")
                .path(0)
                .path("limit")
                .doubleValue())
        .isEqualTo(9);
    bench.assertSchemasKept();
  }

  /** K15.FR.08: energy waits for a profile, and not for ever. */
  @ParameterizedTest
  @MethodSource("laterVersions")
  void holdsEnergyBackUntilAProfileHasComeOrAMinuteHasPassed(MessageSet messages) {
    StationType patient = patient(60);
    StationBench served = new StationBench(messages, patient);
    StationBench waiting = new StationBench(messages, patient);
    served.station.plugIn(1, StationBench.van());
    waiting.station.plugIn(1, StationBench.van());
    served.live(20);
    waiting.live(55);
    double before = served.amps(1) + waiting.amps(1);

    served.ask(SET, served.profile(1, "TxProfile", "Absolute", amps("'limit': 9")));
    served.live(10);
    waiting.live(20);

    assertThat(before).isZero();
    assertThat(served.amps(1)).isEqualTo(9);
    assertThat(waiting.amps(1)).isEqualTo(15.942);
  }

  @Test
  void tellsNeedsBeforeTheTransactionWhereItIsBuiltThatWay() {
    StationType early = StationType.USUAL.with(Iso15118.USUAL.withNeedsFirst());
    StationBench bench = new StationBench(new Messages21(), early);
    bench.engine.acceptsTokens = false;

    bench.station.plugIn(1, StationBench.van());
    bench.live(10);

    assertThat(bench.heard("NotifyEVChargingNeeds")).hasSize(1);
    assertThat(bench.transaction(1)).isEmpty();
    bench.assertSchemasKept();
  }

  /** K18.FR.22, K18.FR.23: a 2.1 server that rejects the needs ends the transaction. */
  @Test
  void endsTheTransactionWhenItsEnergyTransferIsRejected() {
    StationBench bench = new StationBench(new Messages21());
    bench.engine.scripted.put("NotifyEVChargingNeeds", "{'status': 'Rejected'}");

    bench.station.plugIn(3, StationBench.car());
    bench.live(10);

    JsonNode last = bench.heard("TransactionEvent").getLast();
    assertThat(last.path("transactionInfo").path("stoppedReason").asString(""))
        .isEqualTo("ReqEnergyTransferRejected");
    assertThat(bench.transaction(3)).isEmpty();
    bench.assertSchemasKept();
  }

  /** Q02.FR.06, Q02.FR.07. */
  @Test
  void tellsItsNeedsAnewWhenOtherTransfersAreAllowed() {
    StationBench bench = StationBench.bidirectional(new Messages21());

    String status =
        bench.status(
            "NotifyAllowedEnergyTransfer",
            "{'transactionId': '"
                + bench.transaction(3)
                + "', 'allowedEnergyTransfer': ['DC_BPT']}");

    assertThat(status).isEqualTo("Accepted");
    assertThat(bench.heard("NotifyEVChargingNeeds")).hasSize(2);
    bench.assertSchemasKept();
  }

  /** Q02.FR.04, Q02.FR.07: a vehicle that may not feed back does not, whatever its profile says. */
  @Test
  void feedsBackOnlyWhileThatIsAllowed() {
    StationBench bench = StationBench.bidirectional(new Messages21(), patient(1));
    bench.ask(
        SET,
        bench.profile(
            3,
            "TxProfile",
            "Absolute",
            watts("'operationMode': 'CentralSetpoint', 'setpoint': -6900")));
    bench.live(15);
    double free = bench.amps(3);
    String allow = "{'transactionId': '" + bench.transaction(3) + "', 'allowedEnergyTransfer': ";

    bench.ask("NotifyAllowedEnergyTransfer", allow + "['AC_BPT', 'DC']}");
    bench.live(15);
    double forbidden = bench.amps(3);
    JsonNode told = bench.heard("NotifyEVChargingNeeds").getLast().path("chargingNeeds");
    bench.ask("NotifyAllowedEnergyTransfer", allow + "['DC_BPT']}");
    bench.live(15);

    assertThat(List.of(free, forbidden, bench.amps(3))).containsExactly(-10.0, 0.0, -10.0);
    assertThat(told.path("requestedEnergyTransfer").asString("")).isEqualTo("DC");
    assertThat(told.path("availableEnergyTransfer").path(1).asString("")).isEqualTo("DC_BPT");
    assertThat(told.has("v2xChargingParameters")).isFalse();
    bench.assertSchemasKept();
  }

  @Test
  void asksForScheduledControlWhereTheVehiclePlans() {
    StationType scheduled = StationType.USUAL.with(Iso15118.USUAL.with(Iso15118.Control.SCHEDULED));

    StationBench bench = StationBench.bidirectional(new Messages21(), scheduled);

    JsonNode needs = bench.heard("NotifyEVChargingNeeds").getFirst().path("chargingNeeds");
    assertThat(needs.path("controlMode").asString("")).isEqualTo("ScheduledControl");
    bench.assertSchemasKept();
  }

  /** K28.FR.06, K01.FR.110. */
  @Test
  void followsADynamicSetpointThatIsUpdatedEveryFewSeconds() {
    StationBench bench = StationBench.bidirectional(new Messages21());
    bench.ask(
        SET,
        bench.profile(
            3,
            "TxProfile",
            "Dynamic",
            dynamicWatts("'operationMode': 'CentralSetpoint', 'setpoint': 6900")));
    bench.live(8);
    double first = bench.amps(3);

    String status =
        bench.status(
            "UpdateDynamicSchedule",
            "{'chargingProfileId': 7, 'scheduleUpdate': {'setpoint': -6900}}");
    bench.live(8);

    assertThat(first).isEqualTo(10);
    assertThat(status).isEqualTo("Accepted");
    assertThat(bench.amps(3)).isEqualTo(-10);
    assertThat(bench.heard("TransactionEvent"))
        .extracting(e -> e.path("transactionInfo").path("operationMode").asString(""))
        .contains("CentralSetpoint");
    bench.assertSchemasKept();
  }

  /** K28.FR.08, K28.FR.10. */
  @Test
  void pullsTheValuesOfADynamicProfile() {
    StationBench bench = StationBench.bidirectional(new Messages21());
    bench.engine.scripted.put(
        "PullDynamicScheduleUpdate",
        "{'status': 'Accepted', 'scheduleUpdate': {'setpoint': -3450}}");
    String profile =
        bench
            .profile(
                3,
                "TxProfile",
                "Dynamic",
                dynamicWatts("'operationMode': 'CentralSetpoint', 'setpoint': 6900"))
            .replace("'Dynamic',", "'Dynamic', 'dynUpdateInterval': 5,");

    String status = bench.status(SET, profile);
    bench.live(20);

    assertThat(status).isEqualTo("Accepted");
    assertThat(bench.heard("PullDynamicScheduleUpdate")).hasSizeBetween(3, 5);
    assertThat(bench.amps(3)).isEqualTo(-5);
    bench.assertSchemasKept();
  }

  /** K28.FR.11. */
  @Test
  void updatesNothingThatIsNotDynamic() {
    StationBench bench = StationBench.bidirectional(new Messages21());
    bench.ask(SET, bench.profile(3, "TxProfile", "Absolute", watts("'limit': 6900")));

    String reason =
        bench.reason(
            "UpdateDynamicSchedule", "{'chargingProfileId': 7, 'scheduleUpdate': {'limit': 100}}");

    assertThat(reason).isEqualTo("InvalidProfile");
  }

  /** Q08.FR.06, Q08.FR.10, Q08.FR.11. */
  @Test
  void followsTheFrequencyAndTheSignalsOfTheServer() {
    StationBench bench = StationBench.bidirectional(new Messages21());
    String signal = "{'timestamp': '2026-06-10T12:00:30Z', 'signal': 10}";
    String early = bench.reason("AFRRSignal", signal);
    bench.ask(SET, bench.profile(3, "TxProfile", "Absolute", watts(CURVES)));
    bench.station.sense(seen -> seen.withGridHertz(49.9));
    bench.live(10);
    double low = bench.amps(3);

    String status = bench.status("AFRRSignal", signal);
    bench.live(10);

    assertThat(early).isEqualTo("NoSignalWattCurve");
    assertThat(low).isEqualTo(-5);
    assertThat(status).isEqualTo("Accepted");
    assertThat(bench.amps(3)).isEqualTo(-4);
    bench.assertSchemasKept();
  }

  /** Q10.FR.01. */
  @Test
  void idlesWhenItIsTold() {
    StationBench bench = StationBench.bidirectional(new Messages21());

    bench.ask(SET, bench.profile(3, "TxProfile", "Absolute", watts("'operationMode': 'Idle'")));
    bench.live(10);

    assertThat(bench.amps(3)).isZero();
  }

  /** K21.FR.01 to K21.FR.08. */
  @Test
  void chargesWithPriorityOnRequestAndSaysSo() {
    StationBench bench = StationBench.charging(new Messages21());
    String on = "{'transactionId': '" + bench.transaction(1) + "', 'activate': true}";
    String without = bench.status("UsePriorityCharging", on);
    bench.ask(SET, bench.profile(9, 0, 0, "PriorityCharging", "Absolute", amps("'limit': 14")));
    bench.ask(SET, bench.profile(1, "TxProfile", "Absolute", amps("'limit': 7")));
    bench.live(8);
    double usual = bench.amps(1);

    String status = bench.status("UsePriorityCharging", on);
    bench.live(8);
    double preferred = bench.amps(1);
    bench.ask("UsePriorityCharging", on.replace("true", "false"));
    bench.live(8);

    assertThat(without).isEqualTo("NoProfile");
    assertThat(status).isEqualTo("Accepted");
    assertThat(usual).isEqualTo(7);
    assertThat(preferred).isEqualTo(14);
    assertThat(bench.amps(1)).isEqualTo(7);
    assertThat(bench.heard("NotifyPriorityCharging"))
        .extracting(n -> n.path("activated").booleanValue())
        .containsExactly(true, false);
    assertThat(bench.reason("UsePriorityCharging", on.replace(bench.transaction(1), "other")))
        .isEqualTo("TxNotFound");
    bench.assertSchemasKept();
  }

  /** K22.FR.03: the driver may press the button, too. */
  @Test
  void chargesWithPriorityWhenTheDriverAsksForIt() {
    StationBench bench = StationBench.charging(new Messages21());
    bench.ask(SET, bench.profile(9, 0, 0, "PriorityCharging", "Absolute", amps("'limit': 14")));

    bench.station.pressPriority(1, true);
    bench.live(8);

    assertThat(bench.amps(1)).isEqualTo(14);
    assertThat(bench.heard("NotifyPriorityCharging")).hasSize(1);
  }

  /** K08.FR.03, K08.FR.05, K08.FR.06, K08.FR.07. */
  @Test
  void tellsTheCompositeScheduleOfTheStationAndOfAFreeEvse() {
    StationType ampsOnly =
        StationType.USUAL.with(ProfileRules.OCPP_21.withUnits(Set.of(RateUnit.A)));
    StationBench bench = new StationBench(new Messages21(), ampsOnly);
    bench.ask(SET, bench.profile(9, 0, 0, "TxDefaultProfile", "Absolute", amps("'limit': 10")));

    JsonNode station = bench.ask("GetCompositeSchedule", "{'evseId': 0, 'duration': 600}");
    JsonNode free = bench.ask("GetCompositeSchedule", "{'evseId': 2, 'duration': 600}");
    String inWatts =
        bench.reason(
            "GetCompositeSchedule", "{'evseId': 2, 'duration': 600, 'chargingRateUnit': 'W'}");
    String nowhere = bench.reason("GetCompositeSchedule", "{'evseId': 9, 'duration': 600}");

    assertThat(limit(station)).isEqualTo(30);
    assertThat(limit(free)).isEqualTo(10);
    assertThat(inWatts).isEqualTo("UnsupportedRateUnit");
    assertThat(nowhere).isEqualTo("UnknownEvse");
    bench.assertSchemasKept();
  }

  /** K01.FR.46, K01.FR.47: one phase, and which. */
  @Test
  void switchesToOnePhaseAndBack() {
    StationType switching =
        StationType.USUAL.with(ProfileRules.OCPP_21.withFeatures(Set.of(Feature.PHASE_SWITCHING)));
    StationBench bench = new StationBench(new Messages21(), switching);
    bench.station.plugIn(1, StationBench.van());
    bench.live(30);

    bench.ask(
        SET,
        bench.profile(
            1, "TxProfile", "Absolute", amps("'limit': 16, 'numberPhases': 1, 'phaseToUse': 2")));
    bench.live(20);
    var currents = bench.station.snapshot().currents();
    bench.ask("ClearChargingProfile", "{'chargingProfileId': 7}");
    bench.live(20);

    assertThat(currents.l1().amps()).isZero();
    assertThat(currents.l2().amps()).isEqualTo(16);
    assertThat(bench.amps(1)).isEqualTo(15.942);
  }

  /** K01.FR.34. */
  @Test
  void takesSeveralSchedulesOnlyFromAVehicleThatHasToldItsNeeds() {
    StationBench bench = StationBench.charging(new Messages201());
    String schedule = "{'id': 1, " + amps("'limit': 9") + "}";
    String three =
        bench
            .profile(1, "TxProfile", "Absolute", amps("'limit': 9"))
            .replace("]}}", ", " + schedule.replace("'id': 1", "'id': 2") + "]}}");

    String told = bench.status(SET, three);
    String untold = bench.reason(SET, three.replace("'evseId': 1", "'evseId': 2"));

    assertThat(told).isEqualTo("Accepted");
    assertThat(untold).isEqualTo("InvalidSchedule");
  }

  /**
   * Q: a server without words for it is told by 2.1 that power is generated on site (K27.FR.03).
   */
  @Test
  void addsAndTellsLocalGeneration() {
    StationBench bench = StationBench.charging(new Messages21());
    bench.ask(SET, bench.profile(1, "TxProfile", "Absolute", amps("'limit': 9")));

    bench.station.external(system -> system.generate(2070));
    bench.live(10);

    assertThat(bench.amps(1)).isEqualTo(12);
    JsonNode told = bench.heard("NotifyChargingLimit").getFirst();
    assertThat(told.path("chargingLimit").path("isLocalGeneration").booleanValue()).isTrue();
    bench.assertSchemasKept();
  }

  private static StationType patient(int seconds) {
    return StationType.USUAL.with(Iso15118.USUAL.withPatience(Duration.ofSeconds(seconds)));
  }

  private static double limit(JsonNode answer) {
    return answer
        .path("schedule")
        .path("chargingSchedulePeriod")
        .path(0)
        .path("limit")
        .doubleValue();
  }

  private static List<Integer> ids(List<JsonNode> reports, int request) {
    return reports.stream()
        .filter(r -> r.path("requestId").intValue() == request)
        .flatMap(r -> r.path("chargingProfile").valueStream())
        .map(p -> p.path("id").intValue())
        .toList();
  }
}
