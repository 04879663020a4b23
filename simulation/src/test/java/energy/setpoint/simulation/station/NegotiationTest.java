package energy.setpoint.simulation.station;

import static energy.setpoint.simulation.station.StationBench.amps;
import static energy.setpoint.simulation.station.StationBench.watts;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.simulation.station.state.Iso15118;
import energy.setpoint.simulation.station.state.Iso15118.Control;
import energy.setpoint.simulation.station.state.StationType;
import energy.setpoint.simulation.station.v201.Messages201;
import energy.setpoint.simulation.station.v21.Messages21;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** OCPP 2.0.1 and 2.1 part 2, use cases K15 to K20 and R02, seen from the station. */
class NegotiationTest {

  private static final String SET = "SetChargingProfile";
  private static final String TOLD = "NotifyEVChargingSchedule";

  static Stream<MessageSet> laterVersions() {
    return Stream.of(new Messages201(), new Messages21());
  }

  /** K15.FR.07, K15.FR.09, K15.FR.10, K15.FR.21: 37.5 kWh are wanted within 18 h. */
  @Test
  void takesTheFirstScheduleThatGivesEnoughUntilDeparture() {
    StationBench bench = StationBench.charging(new Messages21());

    bench.ask(SET, three(bench, 1, 500, 7000, 22_000));
    bench.live(10);

    JsonNode told = bench.heard(TOLD).getLast();
    assertThat(told.path("selectedChargingScheduleId").intValue()).isEqualTo(2);
    assertThat(limit(told)).isEqualTo(7000);
    assertThat(bench.amps(1) * 690).isBetween(6990.0, 7001.0);
    bench.assertSchemasKept();
  }

  @Test
  void takesTheScheduleThatGivesTheMostWhenNoneGivesEnough() {
    StationBench bench = StationBench.charging(new Messages201());

    bench.ask(SET, three(bench, 1, 500, 1500, 700));

    JsonNode told = bench.heard(TOLD).getLast();
    assertThat(limit(told)).isEqualTo(1500);
    assertThat(told.path("chargingSchedule").path("id").intValue()).isEqualTo(2);
    bench.assertSchemasKept();
  }

  /** K15.FR.22: the profile of the other level follows with its second schedule. */
  @Test
  void combinesTheSchedulesOfSeveralLevelsByTheirPlaces() {
    StationBench bench = StationBench.charging(new Messages21());
    String low = three(bench, 1, 4500, 6900, 4500).replace("'stackLevel': 2", "'stackLevel': 1");
    String high = three(bench, 1, 500, 9660, 500).replace("'id': 7", "'id': 8");

    bench.ask(SET, low);
    bench.ask(SET, high);
    bench.ask("ClearChargingProfile", "{'chargingProfileId': 8}");
    bench.live(10);

    assertThat(bench.amps(1)).isEqualTo(10);
  }

  /** K15.FR.09: a van that takes 11 kW does not promise more. */
  @ParameterizedTest
  @MethodSource("laterVersions")
  void promisesNoMoreThanTheVehicleTakes(MessageSet messages) {
    StationBench bench = StationBench.charging(messages);

    bench.ask(SET, bench.profile(1, "TxProfile", "Absolute", watts("'limit': 22000")));

    assertThat(limit(bench.heard(TOLD).getLast())).isEqualTo(11_000);
    bench.assertSchemasKept();
  }

  /** K15.FR.07: maxScheduleTuples. */
  @ParameterizedTest
  @MethodSource("laterVersions")
  void tellsHowManyPeriodsTheVehicleTakesAndRefusesMore(MessageSet messages) {
    StationType two = StationType.USUAL.with(Iso15118.USUAL.withMaxScheduleTuples(2));
    StationBench bench = new StationBench(messages, two);
    bench.station.plugIn(1, StationBench.van());
    bench.live(10);
    String twoPeriods = "'limit': 9}, {'startPeriod': 60, 'limit': 8";

    String taken = bench.status(SET, bench.profile(1, "TxProfile", "Absolute", amps(twoPeriods)));
    String refused =
        bench.reason(
            SET,
            bench.profile(
                1,
                "TxProfile",
                "Absolute",
                amps(twoPeriods + "}, {'startPeriod': 90, 'limit': 7")));

    assertThat(bench.heard("NotifyEVChargingNeeds").getFirst().path("maxScheduleTuples").intValue())
        .isEqualTo(2);
    assertThat(List.of(taken, refused)).containsExactly("Accepted", "InvalidSchedule");
    bench.assertSchemasKept();
  }

  /** K16.FR.02 with its errata, K16.FR.05, K16.FR.09: no new needs are told for it. */
  @ParameterizedTest
  @MethodSource("laterVersions")
  void agreesAnewWhenAnotherSystemChangesWhatTheVehicleMayExpect(MessageSet messages) {
    StationBench bench = StationBench.charging(messages);
    bench.ask(SET, bench.profile(1, "TxProfile", "Absolute", amps("'limit': 9")));

    bench.station.external(system -> system.limit(0, 4830));
    bench.live(5);
    double limited = limit(bench.heard(TOLD).getLast());
    bench.station.external(system -> system.release(0));
    bench.live(5);

    assertThat(limited).isEqualTo(7);
    assertThat(limit(bench.heard(TOLD).getLast())).isEqualTo(9);
    assertThat(bench.heard(TOLD)).hasSize(3);
    assertThat(bench.heard("NotifyEVChargingNeeds")).hasSize(1);
    bench.assertSchemasKept();
  }

  @ParameterizedTest
  @MethodSource("laterVersions")
  void saysNothingWhenAChangeLeavesItsScheduleAsItWas(MessageSet messages) {
    StationBench bench = StationBench.charging(messages);
    bench.ask(SET, bench.profile(1, "TxProfile", "Absolute", amps("'limit': 9")));

    bench.ask(SET, bench.profile(9, 0, 0, "TxDefaultProfile", "Absolute", amps("'limit': 16")));

    assertThat(bench.heard(TOLD)).hasSize(1);
  }

  /** K16.FR.02: the end of a profile changes what the vehicle may expect, too. */
  @Test
  void agreesAnewWhenItsProfileIsCleared() {
    StationBench bench = StationBench.charging(new Messages21());
    bench.ask(SET, bench.profile(1, "TxProfile", "Absolute", amps("'limit': 9")));

    bench.ask("ClearChargingProfile", "{'chargingProfileId': 7}");

    assertThat(limit(bench.heard(TOLD).getLast())).isEqualTo(15.942);
    bench.assertSchemasKept();
  }

  /** K19.FR.10, K16.FR.04: only the first schedule is told when the station commands. */
  @Test
  void doesNotAgreeAnewUnderDynamicControl() {
    StationBench bench = StationBench.bidirectional(new Messages21());
    bench.ask(SET, bench.profile(3, "TxProfile", "Absolute", watts("'limit': 90000")));

    bench.ask(SET, bench.profile(3, "TxProfile", "Absolute", watts("'limit': 5000")));
    bench.live(10);

    assertThat(bench.heard(TOLD)).hasSize(1);
    assertThat(limit(bench.heard(TOLD).getFirst())).isEqualTo(90_000);
    assertThat(bench.amps(3) * 690).isBetween(4990.0, 5001.0);
    bench.assertSchemasKept();
  }

  /** K18.FR.10. */
  @Test
  void agreesEveryTimeUnderScheduledControl() {
    StationBench bench =
        StationBench.bidirectional(
            new Messages21(), StationType.USUAL.with(Iso15118.USUAL.with(Control.SCHEDULED)));
    bench.ask(SET, bench.profile(3, "TxProfile", "Absolute", watts("'limit': 90000")));

    bench.ask(SET, bench.profile(3, "TxProfile", "Absolute", watts("'limit': 5000")));

    assertThat(bench.heard(TOLD))
        .extracting(NegotiationTest::limit)
        .containsExactly(22_080.0, 5000.0);
    bench.assertSchemasKept();
  }

  /** K17.FR.01, K20.FR.01. */
  @ParameterizedTest
  @MethodSource("laterVersions")
  void tellsNewNeedsWhenTheDriverChangesPlans(MessageSet messages) {
    StationBench bench = StationBench.charging(messages);
    Instant sooner = Instant.parse("2026-06-10T15:00:00Z");

    bench.station.changePlans(1, Optional.of(sooner), new StateOfCharge(0.6));
    bench.live(3);

    JsonNode needs = bench.heard("NotifyEVChargingNeeds").getLast().path("chargingNeeds");
    assertThat(bench.heard("NotifyEVChargingNeeds")).hasSize(2);
    assertThat(needs.path("departureTime").asString("")).isEqualTo("2026-06-10T15:00:00Z");
    assertThat(needs.path("acChargingParameters").path("energyAmount").doubleValue())
        .isLessThan(17_000);
    bench.assertSchemasKept();
  }

  /** K18.FR.06, K19.FR.06. */
  @Test
  void speaksIso15118Part20AloneWhereItIsBuiltThatWay() {
    StationBench bench =
        StationBench.bidirectional(
            new Messages21(), StationType.USUAL.with(Iso15118.USUAL.withV2xAlone()));

    JsonNode needs = bench.heard("NotifyEVChargingNeeds").getFirst().path("chargingNeeds");
    assertThat(needs.has("v2xChargingParameters")).isTrue();
    assertThat(needs.has("dcChargingParameters")).isFalse();
    bench.assertSchemasKept();
  }

  /** Q01.FR.03, R02.FR.01: the nameplate of an inverter in the vehicle. */
  @Test
  void tellsTheNameplateOfAnInverterInTheVehicle() {
    StationBench bench =
        StationBench.bidirectionalOnAc(
            new Messages21(), StationType.USUAL.with(Iso15118.USUAL.withDer()));

    JsonNode needs = bench.heard("NotifyEVChargingNeeds").getFirst().path("chargingNeeds");
    JsonNode der = needs.path("derChargingParameters");
    assertThat(needs.path("requestedEnergyTransfer").asString("")).isEqualTo("AC_BPT_DER");
    assertThat(der.path("maxDischargeApparentPower").intValue()).isEqualTo(20_000);
    assertThat(der.path("maxChargeApparentPower").intValue()).isEqualTo(11_000);
    assertThat(der.path("evSupportedDERControl").valueStream().map(n -> n.asString("")))
        .contains("VoltWatt", "HFMustTrip")
        .doesNotContain("HFMayTrip");
    bench.assertSchemasKept();
  }

  /** A TxProfile with three schedules of one period each, in watts. */
  private static String three(StationBench bench, int evse, int first, int second, int third) {
    String schedules =
        Stream.of(
                "{'id': 2, " + watts("'limit': " + second) + "}",
                "{'id': 3, " + watts("'limit': " + third) + "}")
            .reduce("", (all, one) -> all + ", " + one);
    return bench
        .profile(evse, "TxProfile", "Absolute", watts("'limit': " + first))
        .replace("]}}", schedules + "]}}");
  }

  private static double limit(JsonNode told) {
    return told.path("chargingSchedule")
        .path("chargingSchedulePeriod")
        .path(0)
        .path("limit")
        .doubleValue();
  }
}
