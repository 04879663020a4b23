package energy.setpoint.core.guard;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.CircuitTree;
import energy.setpoint.core.site.ControlPoint;
import energy.setpoint.core.site.EvseRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FairShareTest {

  private static final List<Phase> ALL = List.of(Phase.L1, Phase.L2, Phase.L3);
  private static final Voltage VOLTAGE = Voltage.ofVolts(230);

  @Test
  void givesEverybodyWhatTheyWantWhenThereIsRoom() {
    var shares = share(fuses(100), ask("a", ALL, 16), ask("b", ALL, 32));

    assertThat(amps(shares, "a")).isEqualTo(16);
    assertThat(amps(shares, "b")).isEqualTo(32);
  }

  @Test
  void sharesAFullFuseEvenlyAndLeavesNothingOfItUnused() {
    var shares = share(fuses(60), ask("a", ALL, 10), ask("b", ALL, 32), ask("c", ALL, 32));

    assertThat(amps(shares, "a")).isEqualTo(10);
    assertThat(amps(shares, "b")).isEqualTo(25);
    assertThat(amps(shares, "c")).isEqualTo(25);
    assertThat(shares.get(EvseRef.of("b", 1)).limitedBy()).hasValue("fuse main L1");
  }

  @Test
  void letsVehiclesOnOtherPhasesHaveWhatAFullPhaseCannotGive() {
    var shares =
        share(
            fuses(40),
            ask("a", List.of(Phase.L1), 32),
            ask("b", List.of(Phase.L1), 32),
            ask("c", List.of(Phase.L2), 32));

    assertThat(amps(shares, "a")).isEqualTo(20);
    assertThat(amps(shares, "b")).isEqualTo(20);
    assertThat(amps(shares, "c")).isEqualTo(32);
  }

  @Test
  void pausesTheLeastUrgentWhenNotEverybodyCanHaveTheMinimum() {
    var shares =
        share(
            fuses(14),
            ask("calm", ALL, 32, 0, 0.1),
            ask("pressed", ALL, 32, 0, 0.9),
            ask("late", ALL, 32, 0, 1.2));

    assertThat(amps(shares, "calm")).isZero();
    assertThat(amps(shares, "pressed")).isEqualTo(7);
    assertThat(amps(shares, "late")).isEqualTo(7);
  }

  @Test
  void keepsRoomForAFallbackThatIsNotUsed() {
    var shares = share(fuses(40), ask("paused", ALL, 0, 6, 0), ask("b", ALL, 40, 6, 1));

    assertThat(amps(shares, "paused")).isZero();
    assertThat(amps(shares, "b")).isEqualTo(34);
  }

  @Test
  void givesUpReservesRatherThanTheFuseWhenOtherLoadsHaveTakenThem() {
    var shares = share(fuses(5), ask("a", ALL, 16, 6, 1), ask("b", ALL, 16, 6, 0.5));

    assertThat(amps(shares, "a")).isZero();
    assertThat(amps(shares, "b")).isZero();
  }

  @Test
  void neverGivesUpTheReserveOfADeviceThatDoesNotObey() {
    var offline =
        new Ask(
            EvseRef.of("offline", 1),
            new CircuitId("main"),
            ALL,
            Current.ofAmps(32),
            Current.ZERO,
            Current.ZERO,
            false,
            0);

    var shares = share(fuses(40), offline, ask("b", ALL, 32, 6, 1), ask("c", ALL, 32, 6, 0.5));

    assertThat(amps(shares, "b") + amps(shares, "c")).isLessThanOrEqualTo(8);
  }

  @Test
  void keepsEveryLimitAndWastesNothingInAThousandRandomSites() {
    for (int seed = 0; seed < 1000; seed++) {
      Random random = new Random(seed);
      CircuitTree tree = randomTree(random);
      List<Limit> limits =
          new SiteLimits(tree, VOLTAGE)
              .list("import", Map.of(), Power.ofKilowatts(20 + random.nextInt(100)));
      List<Ask> asks = randomAsks(random, tree);

      var shares = FairShare.allocate(asks, limits);

      assertLimitsHold(seed, asks, limits, shares);
      assertWorkConserving(seed, asks, limits, shares);
    }
  }

  private static void assertLimitsHold(
      int seed, List<Ask> asks, List<Limit> limits, Map<ControlPoint, Share> shares) {
    for (Limit limit : limits) {
      long sum =
          asks.stream()
              .mapToLong(a -> limit.timesCounted(a) * shares.get(a.point()).perPhase().milliamps())
              .sum();
      assertThat(sum).as("seed %d, %s", seed, limit.name()).isLessThanOrEqualTo(limit.room());
    }
  }

  /** Whoever gets less than wanted is under a limit that has no room for one milliampere each. */
  private static void assertWorkConserving(
      int seed, List<Ask> asks, List<Limit> limits, Map<ControlPoint, Share> shares) {
    for (Ask ask : asks) {
      Current given = shares.get(ask.point()).perPhase();
      if (given.milliamps() == 0 || given.equals(ask.wanted())) {
        continue;
      }
      boolean underFullLimit =
          limits.stream()
              .filter(limit -> limit.timesCounted(ask) > 0)
              .anyMatch(limit ->
                  limit.room()
                          - asks.stream()
                              .mapToLong(a ->
                                  limit.timesCounted(a)
                                      * shares.get(a.point()).perPhase().milliamps())
                              .sum()
                      < 3L * asks.size());
      assertThat(underFullLimit).as("seed %d, %s got %s", seed, ask, given).isTrue();
    }
  }

  private static CircuitTree randomTree(Random random) {
    List<Circuit> circuits = new ArrayList<>();
    circuits.add(circuit("main", Optional.empty(), 60 + random.nextInt(100)));
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      String parent = circuits.get(random.nextInt(circuits.size())).id().value();
      circuits.add(circuit("c" + i, Optional.of(parent), 20 + random.nextInt(80)));
    }
    return new CircuitTree(circuits);
  }

  private static List<Ask> randomAsks(Random random, CircuitTree tree) {
    List<Ask> asks = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(20); i++) {
      Circuit circuit = tree.all().get(random.nextInt(tree.all().size()));
      List<Phase> phases = random.nextBoolean() ? ALL : List.of(Phase.values()[random.nextInt(3)]);
      asks.add(
          new Ask(
              EvseRef.of("s" + i, 1),
              circuit.id(),
              phases,
              Current.ZERO,
              Current.ofAmps(6),
              Current.ofAmps(random.nextInt(33)),
              true,
              random.nextDouble()));
    }
    return asks;
  }

  private static List<Limit> fuses(double amps) {
    CircuitTree tree = new CircuitTree(List.of(circuit("main", Optional.empty(), amps)));
    return new SiteLimits(tree, VOLTAGE).list("import", Map.of(), Power.ofKilowatts(1000));
  }

  private static Circuit circuit(String id, Optional<String> parent, double amps) {
    return new Circuit(
        new CircuitId(id),
        parent.map(CircuitId::new),
        PhaseCurrents.balanced(Current.ofAmps(amps)),
        PhaseCurrents.ZERO);
  }

  private static Ask ask(String station, List<Phase> phases, double wanted) {
    return ask(station, phases, wanted, 0, 0.5);
  }

  private static Ask ask(
      String station, List<Phase> phases, double wanted, double reserved, double urgency) {
    return new Ask(
        EvseRef.of(station, 1),
        new CircuitId("main"),
        phases,
        Current.ofAmps(reserved),
        Current.ofAmps(6),
        Current.ofAmps(wanted),
        true,
        urgency);
  }

  private static Map<ControlPoint, Share> share(List<Limit> limits, Ask... asks) {
    return FairShare.allocate(List.of(asks), limits);
  }

  private static double amps(Map<ControlPoint, Share> shares, String station) {
    return shares.get(EvseRef.of(station, 1)).perPhase().amps();
  }
}
