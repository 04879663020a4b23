package energy.setpoint.ocpp.meter;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.event.EvseSample;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvseSampleReaderTest {

  @Test
  void readsPowerInKilowattsAndWithAMultiplier() {
    assertThat(read(of("Power.Active.Import", 7.2, "kW")).power()).hasValue(Power.ofWatts(7200));
    assertThat(read(sample("Power.Active.Import", "", "Outlet", 7.2, "W", 3)).power())
        .hasValue(Power.ofWatts(7200));
  }

  @Test
  void countsExportedPowerAsNegative() {
    var sample = read(of("Power.Active.Import", 0, "W"), of("Power.Active.Export", 5000, "W"));

    assertThat(sample.power()).hasValue(Power.ofWatts(-5000));
  }

  @Test
  void addsThePhasesWhenNoTotalIsMeasured() {
    var sample =
        read(
            on("L1", "Power.Active.Import", 2000),
            on("L2", "Power.Active.Import", 2100),
            on("L3-N", "Power.Active.Import", 2200));

    assertThat(sample.power()).hasValue(Power.ofWatts(6300));
  }

  @Test
  void prefersTheTotalToItsParts() {
    var sample = read(on("L1", "Power.Active.Import", 2000), of("Power.Active.Import", 6000, "W"));

    assertThat(sample.power()).hasValue(Power.ofWatts(6000));
  }

  @Test
  void listsCurrentsInTheOrderOfThePhases() {
    var sample =
        read(
            on("L3", "Current.Import", 3),
            on("L1-N", "Current.Import", 1),
            on("L2", "Current.Import", 2));

    assertThat(sample.currents())
        .containsExactly(Current.ofAmps(1), Current.ofAmps(2), Current.ofAmps(3));
  }

  @Test
  void keepsACurrentOnItsPhaseWhenOthersAreNotMeasured() {
    assertThat(read(on("L2", "Current.Import", 16)).currents())
        .containsExactly(Current.ZERO, Current.ofAmps(16));
  }

  @Test
  void takesTheMagnitudeOfTheCurrentWhicheverWayItFlows() {
    var sample = read(on("L1", "Current.Import", 0), on("L1", "Current.Export", 12));

    assertThat(sample.currents()).containsExactly(Current.ofAmps(12));
  }

  @Test
  void takesACurrentWithoutPhaseForTheOnlyOne() {
    assertThat(read(of("Current.Import", 14_500, "mA")).currents())
        .containsExactly(Current.ofAmps(14.5));
  }

  @Test
  void readsBothRegisters() {
    var sample =
        read(
            of("Energy.Active.Import.Register", 12.5, "kWh"),
            of("Energy.Active.Export.Register", 300, "Wh"));

    assertThat(sample.imported()).hasValue(Energy.ofWattHours(12_500));
    assertThat(sample.exported()).hasValue(Energy.ofWattHours(300));
  }

  @Test
  void prefersTheOutletToTheInlet() {
    var sample =
        read(
            sample("Power.Active.Import", "", "Inlet", 11_500, "W", 0),
            sample("Power.Active.Import", "", "Outlet", 11_000, "W", 0));

    assertThat(sample.power()).hasValue(Power.ofWatts(11_000));
  }

  @Test
  void takesFromTheVehicleOnlyItsStateOfCharge() {
    var sample =
        read(
            sample("SoC", "", "EV", 43, "Percent", 0),
            sample("Power.Active.Import", "", "EV", 11_000, "W", 0));

    assertThat(sample.soc()).hasValue(StateOfCharge.ofPercent(43));
    assertThat(sample.power()).isEmpty();
  }

  @Test
  void leavesOutWhatMakesNoSense() {
    var found =
        EvseSampleReader.find(
            List.of(
                of("SoC", 255, "Percent"),
                of("Power.Active.Import", 7, "bananas"),
                sample("Power.Active.Import", "", "Outlet", 7, "W", 300),
                on("L1-L2", "Current.Import", 5),
                of("Temperature", 20, "Celsius")));

    assertThat(found).isEmpty();
  }

  private static EvseSample read(MeterSample... samples) {
    return EvseSampleReader.find(List.of(samples)).orElseThrow();
  }

  private static MeterSample of(String measurand, double value, String unit) {
    return sample(measurand, "", "Outlet", value, unit, 0);
  }

  private static MeterSample on(String phase, String measurand, double value) {
    return sample(measurand, phase, "Outlet", value, "", 0);
  }

  private static MeterSample sample(
      String measurand, String phase, String location, double value, String unit, int multiplier) {
    return new MeterSample(measurand, optional(phase), location, value, optional(unit), multiplier);
  }

  private static Optional<String> optional(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
