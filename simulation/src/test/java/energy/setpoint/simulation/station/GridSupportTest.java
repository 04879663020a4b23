package energy.setpoint.simulation.station;

import static energy.setpoint.simulation.station.StationBench.watts;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.simulation.station.v21.Messages21;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * What DER controls make of the flow of a bidirectional vehicle, 32 A per phase rated (OCPP 2.1
 * part 2, R01, R04, R05; curves as in IEEE 2030.5).
 */
class GridSupportTest {

  private final StationBench bench = StationBench.bidirectional(new Messages21());

  /** R05, scenario: VoltWatt at over-voltage while feeding back. */
  @Test
  void givesLessWhileTheVoltageIsHighAndRaisesTheAlarm() {
    feedBack(-13_800);
    curve("VoltWatt", "PctMaxW", "{'x': 100, 'y': 100}, {'x': 106, 'y': 50}, {'x': 110, 'y': 0}");
    bench.live(10);
    double calm = bench.amps(3);

    grid(50, 108);
    bench.live(15);
    double high = bench.amps(3);
    grid(50, 100);
    bench.live(15);

    assertThat(calm).isEqualTo(-20);
    assertThat(high).isEqualTo(-8);
    assertThat(bench.amps(3)).isEqualTo(-20);
    assertThat(bench.heard("NotifyDERAlarm"))
        .extracting(GridSupportTest::alarm)
        .containsExactly("VoltWatt OverVoltage false", "VoltWatt OverVoltage true");
    bench.assertSchemasKept();
  }

  /** Percent of what would be given now (PctWAvail). */
  @Test
  void givesAShareOfWhatItGivesAnyway() {
    feedBack(-13_800);
    curve("FreqWatt", "PctWAvail", "{'x': 50.2, 'y': 100}, {'x': 51.2, 'y': 0}");

    grid(50.7, 100);
    bench.live(15);

    assertThat(bench.amps(3)).isEqualTo(-10);
    assertThat(alarm(bench.heard("NotifyDERAlarm").getLast()))
        .isEqualTo("FreqWatt OverFrequency false");
  }

  /** A curve below 0: the inverter draws, but never above a limit. */
  @ParameterizedTest
  @CsvSource({"51.0, 16", "51.5, 24", "52.0, 24"})
  void drawsAtHighFrequencyUpToWhatItIsAllowed(double hertz, double amps) {
    feedBack(-6900);
    bench.station.external(system -> system.limit(3, 16_560));
    curve("FreqWatt", "PctMaxW", "{'x': 50.0, 'y': 50}, {'x': 52.0, 'y': -150}");

    grid(hertz, 100);
    bench.live(20);

    assertThat(bench.amps(3)).isEqualTo(amps);
  }

  /** IEEE 1547-2018, 6.5.2.7: 1 % of 50 Hz at a droop of 5 % is 20 % of the rated power. */
  @ParameterizedTest
  @CsvSource({"50.1, -10", "50.7, -3.6", "49.3, -16.4", "49.9, -10"})
  void followsTheFrequencyByItsDroop(double hertz, double amps) {
    feedBack(-6900);
    set(
        "FreqDroop",
        "'freqDroop': {'priority': 0, 'overFreq': 50.2, 'underFreq': 49.8, 'overDroop': 0.05,"
            + " 'underDroop': 0.05, 'responseTime': 0}");

    grid(hertz, 100);
    bench.live(15);

    assertThat(bench.amps(3)).isEqualTo(amps);
  }

  @Test
  void chargesSlowerByDroopWhenTheFrequencyIsLow() {
    bench.ask(
        "SetChargingProfile", bench.profile(3, "TxProfile", "Absolute", watts("'limit': 13800")));
    set(
        "FreqDroop",
        "'freqDroop': {'priority': 0, 'overFreq': 50.2, 'underFreq': 49.8, 'overDroop': 0.05,"
            + " 'underDroop': 0.05, 'responseTime': 0}");

    grid(49.3, 100);
    bench.live(15);

    assertThat(bench.amps(3)).isEqualTo(13.6);
    assertThat(alarm(bench.heard("NotifyDERAlarm").getLast()))
        .isEqualTo("FreqDroop UnderFrequency false");
  }

  /** A curve of 10 s at 51.5 Hz, and EN 50549-1, 4.10.2: back after 60 s. */
  @Test
  void ridesThroughForAWhileThenTripsAndComesBack() {
    feedBack(-13_800);
    curve("HFMustTrip", "Not_Applicable", "{'x': 10, 'y': 51.5}");

    grid(51.7, 100);
    bench.live(8);
    double riding = bench.amps(3);
    bench.live(15);
    double tripped = bench.amps(3);
    grid(50, 100);
    bench.live(50);
    double waiting = bench.amps(3);
    bench.live(25);

    assertThat(riding).isEqualTo(-20);
    assertThat(tripped).isZero();
    assertThat(waiting).isZero();
    assertThat(bench.amps(3)).isEqualTo(-20);
    assertThat(bench.heard("NotifyDERAlarm"))
        .extracting(GridSupportTest::alarm)
        .containsExactly("HFMustTrip OverFrequency false", "HFMustTrip OverFrequency true");
    bench.assertSchemasKept();
  }

  @ParameterizedTest
  @CsvSource({
    "LFMustTrip, 47.5, 47.0, 100, UnderFrequency",
    "HVMustTrip, 115, 50, 118, OverVoltage",
    "LVMustTrip, 80, 50, 70, UnderVoltage"
  })
  void tripsBesideEveryCurve(
      String type, double threshold, double hertz, double voltage, String fault) {
    feedBack(-13_800);
    curve(type, "Not_Applicable", "{'x': 3, 'y': " + threshold + "}");

    grid(hertz, voltage);
    bench.live(12);

    assertThat(bench.amps(3)).isZero();
    assertThat(alarm(bench.heard("NotifyDERAlarm").getLast()))
        .isEqualTo(type + " " + fault + " false");
  }

  @Test
  void endsADeviationThatIsShorterThanItsCurveWithoutAWord() {
    feedBack(-13_800);
    curve("LVMustTrip", "Not_Applicable", "{'x': 10, 'y': 80}");

    grid(50, 70);
    bench.live(8);
    grid(50, 100);
    bench.live(30);

    assertThat(bench.amps(3)).isEqualTo(-20);
    assertThat(bench.heard("NotifyDERAlarm")).isEmpty();
  }

  /** Momentary cessation: nothing while it lasts, and all at once after it. */
  @Test
  void ceasesForAMomentAndGoesOnAtOnce() {
    feedBack(-13_800);
    curve("LVMomCess", "Not_Applicable", "{'x': 0, 'y': 50}");

    grid(50, 40);
    bench.live(10);
    double ceased = bench.amps(3);
    grid(50, 100);
    bench.live(12);

    assertThat(ceased).isZero();
    assertThat(bench.amps(3)).isEqualTo(-20);
  }

  /** VDE-AR-N 4105, 5.5.2: more than 40 % for longer than 5 s. */
  @Test
  void tripsWhenItGivesMoreThanIsMonitored() {
    curve("PowerMonitoringMustTrip", "PctMaxW", "{'x': 5, 'y': 40}");

    feedBack(-13_800);
    bench.live(20);

    assertThat(bench.amps(3)).isZero();
    assertThat(alarm(bench.heard("NotifyDERAlarm").getFirst()))
        .isEqualTo("PowerMonitoringMustTrip LocalEmergency false");
    bench.assertSchemasKept();
  }

  /** LimitMaxDischargeType: the curve of a limit that is never exceeded does not trip. */
  @Test
  void monitorsItsPowerByTheCurveOfALimitOfDischarge() {
    set("LimitMaxDischarge", limited(40, 50));
    feedBack(-13_800);
    bench.live(20);
    double held = bench.amps(3);

    set("LimitMaxDischarge", limited(100, 50));
    bench.live(20);

    assertThat(held).isEqualTo(-12.8);
    assertThat(bench.amps(3)).isZero();
    assertThat(alarm(bench.heard("NotifyDERAlarm").getLast()))
        .isEqualTo("PowerMonitoringMustTrip LocalEmergency false");
    bench.assertSchemasKept();
  }

  /** R05.FR.03, R05.FR.04: there is one alarm, and another control may take it over. */
  @Test
  void handsTheAlarmOverToTheControlThatTakesOver() {
    feedBack(-13_800);
    curve("VoltWatt", "PctMaxW", "{'x': 106, 'y': 100}, {'x': 110, 'y': 0}");
    curve("HVMustTrip", "Not_Applicable", "{'x': 3, 'y': 115}");

    grid(50, 108);
    bench.live(5);
    grid(50, 118);
    bench.live(8);

    assertThat(bench.heard("NotifyDERAlarm"))
        .extracting(GridSupportTest::alarm)
        .containsExactly("VoltWatt OverVoltage false", "HVMustTrip OverVoltage false");
  }

  /** IEEE 1547-2018, 4.10: within bounds for the delay, then up by the ramp. */
  @Test
  void entersServiceWithinItsBoundsAfterItsDelayAndByItsRamp() {
    set(
        "EnterService",
        "'enterService': {'priority': 0, 'highVoltage': 105, 'lowVoltage': 92, 'highFreq': 50.1,"
            + " 'lowFreq': 49.5, 'delay': 20, 'rampRate': 64}");
    curve("HVMustTrip", "Not_Applicable", "{'x': 1, 'y': 110}");
    feedBack(-13_800);
    grid(50, 112);
    bench.live(10);

    grid(50, 107);
    bench.live(60);
    double outside = bench.amps(3);
    grid(50, 100);
    bench.live(15);
    double waiting = bench.amps(3);
    bench.live(20);
    double rising = bench.amps(3);
    bench.live(40);

    assertThat(outside).isZero();
    assertThat(waiting).isZero();
    assertThat(rising).isBetween(-8.0, -4.0);
    assertThat(bench.amps(3)).isEqualTo(-20);
  }

  /** Gradients: 64 s from nothing to 32 A is half an ampere per second. */
  @Test
  void changesItsPowerByItsGradient() {
    set("Gradients", "'gradient': {'priority': 0, 'gradient': 64, 'softGradient': 64}");
    bench.ask(
        "SetChargingProfile", bench.profile(3, "TxProfile", "Absolute", watts("'limit': 6900")));
    bench.live(30);
    feedBack(-6900);

    bench.live(6);
    double underWay = bench.amps(3);
    bench.live(40);

    assertThat(underWay).isBetween(-1.0, 3.0);
    assertThat(bench.amps(3)).isEqualTo(-10);
  }

  /** A fuse does not wait for a gradient. */
  @Test
  void obeysALowerLimitAtOnceWhateverTheGradient() {
    set("Gradients", "'gradient': {'priority': 0, 'gradient': 640, 'softGradient': 0}");
    bench.live(30);

    bench.ask(
        "SetChargingProfile", bench.profile(3, "TxProfile", "Absolute", watts("'limit': 2070")));
    bench.live(6);

    assertThat(bench.amps(3)).isEqualTo(3);
  }

  @Test
  void leavesVehiclesThatOnlyChargeAlone() {
    bench.station.plugIn(1, StationBench.van());
    bench.live(30);
    curve("HVMustTrip", "Not_Applicable", "{'x': 1, 'y': 110}");

    grid(50, 120);
    bench.live(10);

    assertThat(bench.amps(1)).isEqualTo(15.942);
  }

  /** They act on reactive power alone. */
  @ParameterizedTest
  @CsvSource({"VoltVar, PctMaxVar", "WattVar, PctMaxVar", "WattPF, Not_Applicable"})
  void keepsWhatActsOnReactivePowerAndLetsThePowerBe(String type, String unit) {
    feedBack(-13_800);
    curve(type, unit, "{'x': 90, 'y': 1}, {'x': 110, 'y': -1}");

    grid(50, 110);
    bench.live(10);

    assertThat(bench.amps(3)).isEqualTo(-20);
    assertThat(bench.status("GetDERControl", "{'requestId': 1, 'controlType': '" + type + "'}"))
        .isEqualTo("Accepted");
    bench.assertSchemasKept();
  }

  /** Errata: R04.FR.13, R04.FR.15, R04.FR.17. */
  @Test
  void refusesControlsThatContradictThemselves() {
    String gradient = "'gradient': {'priority': 0, 'gradient': 1, 'softGradient': 1}";
    String limit = "'limitMaxDischarge': {'priority': 0, 'pctMaxDischargePower': 50";

    String timedDefault =
        bench.status("SetDERControl", call(true, "LimitMaxDischarge", limit + ", 'duration': 60}"));
    String scheduledGradient = bench.status("SetDERControl", call(false, "Gradients", gradient));
    String twoFields =
        bench.status("SetDERControl", call(true, "LimitMaxDischarge", limit + "}, " + gradient));
    String flat =
        bench.status(
            "SetDERControl",
            call(
                true,
                "FreqDroop",
                "'freqDroop': {'priority': 0, 'overFreq': 50.2, 'underFreq': 49.8, 'overDroop': 0,"
                    + " 'underDroop': 0.05, 'responseTime': 0}"));

    assertThat(new String[] {timedDefault, scheduledGradient, twoFields, flat})
        .containsOnly("Rejected");
    assertThat(bench.status("GetDERControl", "{'requestId': 1}")).isEqualTo("NotFound");
    bench.assertSchemasKept();
  }

  private void feedBack(int watts) {
    bench.ask(
        "SetChargingProfile",
        bench.profile(
            3,
            "TxProfile",
            "Absolute",
            watts("'operationMode': 'CentralSetpoint', 'setpoint': " + watts)));
    bench.live(10);
  }

  private void grid(double hertz, double voltage) {
    bench.station.sense(seen -> seen.withGridHertz(hertz).withGridVoltage(voltage));
  }

  private void curve(String type, String unit, String points) {
    set(type, "'curve': {'priority': 0, 'yUnit': '" + unit + "', 'curveData': [" + points + "]}");
  }

  private void set(String type, String body) {
    assertThat(bench.status("SetDERControl", call(true, type, body))).isEqualTo("Accepted");
  }

  private static String limited(int percent, int monitored) {
    return "'limitMaxDischarge': {'priority': 0, 'pctMaxDischargePower': "
        + percent
        + ", 'powerMonitoringMustTrip': {'priority': 0, 'yUnit': 'PctMaxW', 'curveData':"
        + " [{'x': 5, 'y': "
        + monitored
        + "}]}}";
  }

  private static String call(boolean isDefault, String type, String body) {
    return "{'isDefault': "
        + isDefault
        + ", 'controlId': '"
        + type
        + "', 'controlType': '"
        + type
        + "', "
        + body
        + "}";
  }

  private static String alarm(JsonNode told) {
    return told.path("controlType").asString("")
        + " "
        + told.path("gridEventFault").asString("")
        + " "
        + told.path("alarmEnded").asBoolean(false);
  }
}
