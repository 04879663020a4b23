package energy.setpoint.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.reading.BatteryReading;
import energy.setpoint.core.reading.InverterReading;
import energy.setpoint.core.reading.MeterReading;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.rpc.transport.FrameReceiver;
import energy.setpoint.simulation.physics.VehicleModel;
import energy.setpoint.simulation.station.state.ConnectorState;
import energy.setpoint.simulation.station.state.EvseSnapshot;
import energy.setpoint.simulation.station.wire.MemoryTransport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LockstepWorldTest {

  /** 19:30 at the depot: every van has come. */
  private static final Instant EVENING = Instant.parse("2026-06-10T17:30:00Z");

  private static final Instant NOON = Instant.parse("2026-06-10T10:00:00Z");

  @Test
  void beginsInTheEveningWithVansAlreadyPluggedIn() {
    var world = world(EVENING);

    run(world, 120);

    List<EvseSnapshot> occupied = occupied(world);
    assertThat(occupied).hasSizeBetween(8, 13);
    assertThat(occupied).allMatch(evse -> evse.transactionId().isPresent());
    assertThat(world.stations()).allMatch(station -> station.online());
  }

  @Test
  void blowsAFuseWhenNobodyManagesTheCharging() {
    var world = world(EVENING);

    run(world, 120);

    assertThat(world.auditor().violations()).isNotEmpty();
    assertThat(world.auditor().steps()).isEqualTo(120);
  }

  @Test
  void letsWhatFlowsIntoSubCircuitsFlowThroughTheirParentPhaseByPhase() {
    var world = world(EVENING);
    run(world, 120);

    SiteFlows flows = world.flows();
    PhaseCurrents stations =
        world.stations().stream()
            .map(station -> station.currents())
            .reduce(PhaseCurrents.ZERO, PhaseCurrents::plus);

    assertThat(flows.into(DepotSite.NORTH).plus(flows.into(DepotSite.SOUTH))).isEqualTo(stations);
    PhaseCurrents rest = flows.into(DepotSite.MAIN).minus(stations);
    double expected =
        flows.building().watts() + flows.inverters().values().iterator().next().watts();
    assertThat(rest.at(DepotSite.site().voltage()).watts()).isCloseTo(expected, within(2.0));
  }

  @Test
  void givesTheSameRunForTheSameSeed() {
    var one = world(EVENING);
    var same = world(EVENING);

    for (int i = 0; i < 600; i++) {
      assertThat(one.advance()).isEqualTo(same.advance());
    }
  }

  @Test
  void commandsAndReadsItsDevicesWithoutANetwork() {
    var world = world(NOON);
    var battery = new DeviceId("battery");

    world.commandBattery(battery, Power.ofKilowatts(30));
    run(world, 10);

    var readings = world.readings();
    assertThat(readings)
        .filteredOn(InverterReading.class::isInstance)
        .singleElement()
        .satisfies(r -> assertThat(((InverterReading) r).power().isNegative()).isTrue());
    assertThat(readings)
        .filteredOn(BatteryReading.class::isInstance)
        .singleElement()
        .satisfies(r -> assertThat(((BatteryReading) r).power()).isEqualTo(Power.ofKilowatts(30)));
    assertThat(readings)
        .filteredOn(MeterReading.class::isInstance)
        .singleElement()
        .satisfies(r ->
            assertThat(((MeterReading) r).currents())
                .isEqualTo(world.flows().into(DepotSite.MAIN)));
  }

  @Test
  void tellsHowEachVisitEnded() {
    var visit =
        new Visit(
            EvseRef.of("depot-16-a", 1),
            Interval.of(NOON.plusSeconds(60), Duration.ofHours(1)),
            VehicleModel.van().withCapacity(Energy.ofKilowattHours(100)),
            new StateOfCharge(0.2),
            new StateOfCharge(0.9),
            new StateOfCharge(1),
            "CARD",
            false);
    var world = world(scenario().withVisits(VisitPlan.of(List.of(visit))), NOON);

    run(world, 3 * 3600);

    assertThat(world.visitResults())
        .singleElement()
        .satisfies(result -> {
          assertThat(result.visit()).isEqualTo(visit);
          assertThat(result.imported().kilowattHours()).isCloseTo(11, within(0.1));
          assertThat(result.departure().fraction()).isCloseTo(0.2 + 0.11 * 0.92, within(0.001));
        });
    assertThat(occupied(world)).isEmpty();
  }

  @Test
  void livesInLongStepsToo() {
    var world = world(EVENING);

    for (int i = 0; i < 60; i++) {
      world.advance(Duration.ofSeconds(60));
    }

    assertThat(world.now()).isEqualTo(EVENING.plus(Duration.ofHours(1)));
    assertThat(world.imported().kilowattHours()).isBetween(120.0, 200.0);
  }

  @Test
  void expectsTheSameVisitsHoweverTheQuestionIsCut() {
    var plan = new DepotVisits(DepotSite.site(), 42);
    var whole = plan.beginningIn(Interval.of(NOON, Duration.ofDays(3)));

    List<Visit> pieces = new ArrayList<>();
    for (int hour = 0; hour < 72; hour++) {
      pieces.addAll(
          plan.beginningIn(Interval.of(NOON.plus(Duration.ofHours(hour)), Duration.ofHours(1))));
    }

    assertThat(pieces).containsExactlyInAnyOrderElementsOf(whole);
    assertThat(whole).hasSizeGreaterThan(25);
  }

  private static List<EvseSnapshot> occupied(LockstepWorld world) {
    return world.stations().stream()
        .flatMap(station -> station.evses().stream())
        .filter(evse -> evse.state() != ConnectorState.AVAILABLE)
        .toList();
  }

  private static void run(LockstepWorld world, int seconds) {
    for (int i = 0; i < seconds; i++) {
      world.advance();
    }
  }

  private static Scenario scenario() {
    return DepotScenario.of(DepotSite.site(), 42);
  }

  private static LockstepWorld world(Instant start) {
    return world(scenario(), start);
  }

  private static LockstepWorld world(Scenario scenario, Instant start) {
    var engine = new ObligingEngine();
    MemoryTransport.Door door =
        (station, subprotocol, toStation) ->
            Optional.of(
                new FrameReceiver() {
                  @Override
                  public void receive(String text) {
                    String answer = engine.answer(text);
                    if (!answer.isEmpty()) {
                      toStation.send(answer);
                    }
                  }

                  @Override
                  public void closed(String reason) {}
                });
    return new LockstepWorld(scenario, door, start);
  }
}
