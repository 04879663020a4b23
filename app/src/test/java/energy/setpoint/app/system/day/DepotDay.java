package energy.setpoint.app.system.day;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Battery;
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
import energy.setpoint.core.time.Interval;
import energy.setpoint.simulation.physics.BuildingLoad;
import energy.setpoint.simulation.physics.SolarArray;
import energy.setpoint.simulation.physics.Temper;
import energy.setpoint.simulation.physics.VehicleModel;
import energy.setpoint.simulation.world.DepotScenario;
import energy.setpoint.simulation.world.Scenario;
import energy.setpoint.simulation.world.Visit;
import energy.setpoint.simulation.world.VisitPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A depot of 60 EVSEs on four sub-circuits, with a building whose machines jump, clouds and a
 * battery. Every fuse is too small for what the vehicles would like.
 */
final class DepotDay {

  static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  private static final int STATIONS = 30;
  private static final int SUB_CIRCUITS = 4;
  private static final List<String> VERSIONS = List.of("16", "201", "21");
  private static final List<List<Phase>> WIRINGS =
      List.of(
          List.of(Phase.L1, Phase.L2, Phase.L3),
          List.of(Phase.L2, Phase.L3, Phase.L1),
          List.of(Phase.L3, Phase.L1, Phase.L2));
  private static final CircuitId MAIN = new CircuitId("main");

  private static final Instant FIRST = Instant.parse("2026-05-04T14:05:00Z");

  private DepotDay() {}

  static Site site() {
    return new Site(
        new SiteId("day"),
        "A depot on a bad day",
        ZONE,
        Voltage.ofVolts(230),
        new GridConnection(Power.ofKilowatts(217), Power.ofKilowatts(100)),
        new CircuitTree(circuits()),
        stations(),
        List.of(
            new Battery(
                new DeviceId("battery"),
                MAIN,
                Energy.ofKilowattHours(100),
                Power.ofKilowatts(40),
                Power.ofKilowatts(40),
                0.95,
                0.95,
                new StateOfCharge(0.1),
                new StateOfCharge(0.95))),
        List.of(new Inverter(new DeviceId("roof"), MAIN, Power.ofKilowatts(80))),
        List.of(new Meter(new DeviceId("meter"), MAIN)));
  }

  /** The same site as an engine sees it that has no guard: nothing is ever too much. */
  static Site siteWithoutLimits() {
    Site real = site();
    CircuitTree endless =
        new CircuitTree(
            real.circuits().all().stream()
                .map(c -> c.withFuse(PhaseCurrents.balanced(Current.ofAmps(10_000))))
                .toList());
    return new Site(
        real.id(),
        real.name(),
        real.zone(),
        real.voltage(),
        new GridConnection(Power.ofKilowatts(10_000), Power.ofKilowatts(10_000)),
        endless,
        real.stations(),
        real.batteries(),
        real.inverters(),
        real.meters());
  }

  private static List<Circuit> circuits() {
    List<Circuit> circuits = new ArrayList<>();
    circuits.add(
        new Circuit(
            MAIN,
            Optional.empty(),
            PhaseCurrents.balanced(Current.ofAmps(315)),
            PhaseCurrents.balanced(Current.ofAmps(80))));
    for (int i = 0; i < SUB_CIRCUITS; i++) {
      circuits.add(
          new Circuit(
              new CircuitId("row-" + i),
              Optional.of(MAIN),
              PhaseCurrents.balanced(Current.ofAmps(100)),
              PhaseCurrents.ZERO));
    }
    return circuits;
  }

  /** Every sixth station falls back to 6 A at each EVSE, the others to nothing. */
  private static List<Station> stations() {
    List<Station> stations = new ArrayList<>();
    for (int i = 0; i < STATIONS; i++) {
      StationId id = new StationId("s" + i + "-" + VERSIONS.get(i % VERSIONS.size()));
      stations.add(
          new Station(
              id,
              new CircuitId("row-" + i % SUB_CIRCUITS),
              List.of(evse(id, 1, 2 * i), evse(id, 2, 2 * i + 1)),
              Current.ofAmps(i % 6 == 0 ? 6 : 0)));
    }
    return stations;
  }

  private static Evse evse(StationId station, int number, int place) {
    return new Evse(
        new EvseRef(station, number),
        Supply.AC,
        WIRINGS.get(place % WIRINGS.size()),
        Current.ofAmps(6),
        Current.ofAmps(32),
        false);
  }

  /**
   * What happens there.
   *
   * @param tempers whether some vehicles misbehave
   */
  static Scenario scenario(long seed, boolean tempers) {
    Site site = site();
    Scenario usual = DepotScenario.of(site, seed);
    BuildingLoad jumping =
        new BuildingLoad(PhaseCurrents.balanced(Current.ofAmps(70)), ZONE, 0.15, seed)
            .withMachines(0.4);
    SolarArray cloudy = SolarArray.clearSky(Power.ofKilowatts(80), ZONE).withClouds(0.9, seed + 1);
    VisitPlan visits = interval -> visits(usual.visits(), interval, seed, tempers);
    return new Scenario(
        site,
        usual.speech(),
        usual.stationSettings(),
        visits,
        Map.of(new DeviceId("roof"), cloudy),
        Map.of(MAIN, jumping),
        usual.batteryCharge());
  }

  /** At every EVSE a vehicle that is never full and stays, each as fast as its maker made it. */
  static Scenario hungry(long seed) {
    Site site = site();
    SplittableRandom random = new SplittableRandom(seed);
    VisitPlan visits =
        VisitPlan.of(
            site.evses()
                .map(evse ->
                    new Visit(
                        evse.ref(),
                        new Interval(FIRST, FIRST.plus(Duration.ofDays(3))),
                        VehicleModel.van()
                            .withCapacity(Energy.ofKilowattHours(5000))
                            .withAc(Power.ofKilowatts(22), 3)
                            .withReaction(Duration.ofSeconds(1 + random.nextInt(5))),
                        new StateOfCharge(0.1),
                        new StateOfCharge(0.9),
                        new StateOfCharge(1),
                        "HUNGRY-" + evse.ref(),
                        false))
                .toList());
    return scenario(seed, false).withVisits(visits);
  }

  private static List<Visit> visits(VisitPlan plan, Interval interval, long seed, boolean tempers) {
    return plan.beginningIn(interval).stream()
        .map(visit -> {
          Visit planned = sometimesFullEarly(visit, seed);
          return tempers ? withTemper(planned, seed) : planned;
        })
        .toList();
  }

  /** One in eight takes less than its driver said. */
  private static Visit sometimesFullEarly(Visit visit, long seed) {
    StateOfCharge half =
        new StateOfCharge((visit.arrival().fraction() + visit.wanted().fraction()) / 2);
    boolean early = random(visit, seed + 1).nextInt(8) == 0;
    return with(visit, visit.vehicle(), early ? half : visit.full());
  }

  /** One in three: not starting, not resuming, taking too much, or slow to react. */
  private static Visit withTemper(Visit visit, long seed) {
    VehicleModel vehicle =
        switch (random(visit, seed).nextInt(12)) {
          case 0 -> visit.vehicle().withTemper(new Temper(2, 1, Current.ZERO));
          case 1 -> visit.vehicle().withTemper(new Temper(1, 2, Current.ZERO));
          case 2 -> visit.vehicle().withTemper(new Temper(1, 1, Current.ofAmps(3)));
          case 3 -> visit.vehicle().withReaction(Duration.ofSeconds(9));
          default -> visit.vehicle();
        };
    return with(visit, vehicle, visit.full());
  }

  private static SplittableRandom random(Visit visit, long seed) {
    return new SplittableRandom(
        seed * 31 + visit.token().hashCode() + visit.stay().start().hashCode());
  }

  private static Visit with(Visit visit, VehicleModel vehicle, StateOfCharge full) {
    return new Visit(
        visit.evse(),
        visit.stay(),
        vehicle,
        visit.arrival(),
        visit.wanted(),
        full,
        visit.token(),
        visit.tellsNeeds());
  }
}
