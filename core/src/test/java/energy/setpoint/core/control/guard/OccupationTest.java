package energy.setpoint.core.control.guard;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.control.ControlSettings;
import energy.setpoint.core.control.book.DeviceBook;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.reading.InverterReading;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.CircuitTree;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.GridConnection;
import energy.setpoint.core.site.Inverter;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.SiteId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Up to 30 A of a building on the main circuit, 10 A on a hall below it, and a roof of 100 A. */
class OccupationTest {

  private static final Instant NOW = Instant.parse("2026-06-05T12:00:00Z");
  private static final Voltage VOLTAGE = Voltage.ofVolts(230);
  private static final CircuitId MAIN = new CircuitId("main");
  private static final CircuitId HALL = new CircuitId("hall");
  private static final DeviceId ROOF = new DeviceId("roof");

  private final Site site = site();
  private final DeviceBook devices = new DeviceBook(site);
  private final Occupation occupation = new Occupation(site, ControlSettings.DEFAULTS);

  @Test
  void reckonsWithTheConfiguredMaximumWhenNothingIsMeasured() {
    var occupied = occupation.ofImport(Map.of());

    assertThat(occupied).containsEntry(MAIN, all(40)).containsEntry(HALL, all(10));
  }

  @ParameterizedTest
  @CsvSource({"12, 17", "38, 43", "44, 49"})
  void addsAMarginToAMeasuredLoad(double measured, double reckoned) {
    var occupied = occupation.ofImport(Map.of(MAIN, all(measured)));

    assertThat(occupied).containsEntry(MAIN, all(reckoned)).containsEntry(HALL, all(10));
  }

  @ParameterizedTest
  @CsvSource({"0, 5, 35", "2, 7, 37", "25, 30, 60"})
  void believesTheMeterOfASubCircuitForWhatFeedsItToo(double measured, double hall, double main) {
    var occupied = occupation.ofImport(Map.of(HALL, all(measured)));

    assertThat(occupied).containsEntry(HALL, all(hall)).containsEntry(MAIN, all(main));
  }

  @Test
  void believesEachMeterForItsOwnCircuit() {
    var occupied = occupation.ofImport(Map.of(HALL, all(3), MAIN, all(20)));

    assertThat(occupied).containsEntry(HALL, all(8)).containsEntry(MAIN, all(25));
  }

  @ParameterizedTest
  @CsvSource({"0, 10", "30, 70", "60, 100", "100, 100"})
  void letsASunnyRoofRiseToTwiceWhatItProducesAndATenthOfItsRating(
      double produced, double reckoned) {
    devices.saw(new InverterReading(ROOF, NOW, NOW.plusSeconds(10), power(-produced)));

    var occupied = occupation.ofExport(devices, NOW);

    assertThat(occupied).containsEntry(HALL, all(reckoned)).containsEntry(MAIN, all(reckoned));
  }

  @Test
  void reckonsWithTheRatingOfARoofThatFellSilent() {
    devices.saw(new InverterReading(ROOF, NOW, NOW.plusSeconds(10), power(-1)));

    var occupied = occupation.ofExport(devices, NOW.plusSeconds(10));

    assertThat(occupied).containsEntry(HALL, all(100)).containsEntry(MAIN, all(100));
  }

  private static PhaseCurrents all(double amps) {
    return PhaseCurrents.ofAmps(amps, amps, amps);
  }

  private static Power power(double amps) {
    return Current.ofAmps(amps).at(VOLTAGE, 3);
  }

  private static Site site() {
    return new Site(
        new SiteId("depot"),
        "Depot",
        ZoneOffset.UTC,
        VOLTAGE,
        new GridConnection(Power.ofKilowatts(500), Power.ofKilowatts(500)),
        new CircuitTree(
            List.of(
                new Circuit(MAIN, Optional.empty(), all(250), all(30)),
                new Circuit(HALL, Optional.of(MAIN), all(125), all(10)))),
        List.of(),
        List.of(),
        List.of(new Inverter(ROOF, HALL, power(100))),
        List.of());
  }
}
