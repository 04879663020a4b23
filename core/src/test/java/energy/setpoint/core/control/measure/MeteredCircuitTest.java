package energy.setpoint.core.control.measure;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.control.book.DeviceBook;
import energy.setpoint.core.control.book.StationBook;
import energy.setpoint.core.control.reconcile.OpeningLedgers;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.reading.InverterReading;
import energy.setpoint.core.reading.MeterReading;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.CircuitTree;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.GridConnection;
import energy.setpoint.core.site.Inverter;
import energy.setpoint.core.site.Meter;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.SiteId;
import energy.setpoint.core.site.Station;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.site.Supply;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A hall with a station, a roof and a meter of its own, and another station beside it. */
class MeteredCircuitTest {

  private static final Instant NOW = Instant.parse("2026-06-05T12:00:00Z");
  private static final CircuitId MAIN = new CircuitId("main");
  private static final CircuitId HALL = new CircuitId("hall");
  private static final EvseRef IN_THE_HALL = EvseRef.of("inside", 1);
  private static final EvseRef OUTSIDE = EvseRef.of("outside", 1);
  private static final DeviceId ROOF = new DeviceId("roof");
  private static final Meter METER = new Meter(new DeviceId("hall-meter"), HALL);
  private static final Voltage VOLTAGE = Voltage.ofVolts(230);

  private final Site site = site();
  private final DeviceBook devices = new DeviceBook(site);
  private final MeteredCircuit circuit =
      new MeteredCircuit(
          site,
          METER,
          devices,
          new StationBook(),
          OpeningLedgers.of(site, Duration.ofMinutes(5), NOW));

  @Test
  void leavesOutWhatItsOwnDevicesTakeAndProduce() {
    roofProduces(10);
    circuit.deviceSaw(ROOF, NOW, all(-10));
    circuit.deviceSaw(IN_THE_HALL, NOW, all(16));
    circuit.deviceSaw(OUTSIDE, NOW, all(32));
    meterSees(13);

    var load = circuit.uncontrolled(List.of(), NOW);

    assertThat(load).as("the vehicle has no session").contains(all(23));
  }

  @Test
  void knowsNothingWhileItsMeterIsSilent() {
    roofProduces(10);
    circuit.deviceSaw(ROOF, NOW, all(-10));
    meterSees(13);
    roofProduces(10, NOW.plusSeconds(10));

    assertThat(circuit.uncontrolled(List.of(), NOW.plusSeconds(9))).isPresent();
    assertThat(circuit.uncontrolled(List.of(), NOW.plusSeconds(10))).isEmpty();
  }

  @Test
  void knowsNothingWhileItsRoofMayHideLoadFromTheMeter() {
    meterSees(13);

    assertThat(circuit.uncontrolled(List.of(), NOW)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"90, 94, false", "90, 96, true", "96, 101, true", "101, 101, true", "0, -101, true"})
  void cannotWaitAboveTheFuseOrWithASteepRise(double before, double now, boolean alarms) {
    circuit.meterSaw(NOW, all(before));

    assertThat(circuit.meterSaw(NOW.plusSeconds(1), all(now))).isEqualTo(alarms);
  }

  private void meterSees(double amps) {
    PhaseCurrents currents = all(amps);
    devices.saw(
        new MeterReading(METER.id(), NOW, NOW.plusSeconds(10), currents.at(VOLTAGE), currents));
    circuit.meterSaw(NOW, currents);
  }

  private void roofProduces(double amps) {
    roofProduces(amps, NOW);
  }

  private void roofProduces(double amps, Instant at) {
    Power power = Current.ofAmps(amps).at(VOLTAGE, 3).times(-1);
    devices.saw(new InverterReading(ROOF, at, at.plusSeconds(10), power));
  }

  private static PhaseCurrents all(double amps) {
    return PhaseCurrents.ofAmps(amps, amps, amps);
  }

  private static Site site() {
    return new Site(
        new SiteId("hall"),
        "Hall",
        ZoneOffset.UTC,
        VOLTAGE,
        new GridConnection(Power.ofKilowatts(100), Power.ofKilowatts(100)),
        new CircuitTree(
            List.of(
                new Circuit(MAIN, Optional.empty(), all(160), all(30)),
                new Circuit(HALL, Optional.of(MAIN), all(100), all(10)))),
        List.of(station(IN_THE_HALL, HALL), station(OUTSIDE, MAIN)),
        List.of(),
        List.of(new Inverter(ROOF, HALL, Power.ofKilowatts(20))),
        List.of(METER));
  }

  private static Station station(EvseRef ref, CircuitId circuit) {
    Evse evse =
        new Evse(
            ref, Supply.AC, List.of(Phase.values()), Current.ofAmps(6), Current.ofAmps(32), false);
    return new Station(
        new StationId(ref.station().value()), circuit, List.of(evse), Current.ofAmps(6));
  }
}
