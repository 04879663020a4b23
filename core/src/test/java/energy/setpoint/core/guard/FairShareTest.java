package energy.setpoint.core.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  void givesTwiceTheWeightTwiceTheShare() {
    var shares = share(fuses(60), weighing(ask("heavy", ALL, 63), 2), ask("light", ALL, 63));

    assertThat(amps(shares, "heavy")).isEqualTo(40);
    assertThat(amps(shares, "light")).isEqualTo(20);
  }

  @Test
  void raisesNobodyAboveOthersBeforeTheyHaveCaughtUpWithWhatIsReserved() {
    var shares = share(fuses(40), ask("high", ALL, 32, 18, 0.5), ask("low", ALL, 32, 0, 0.5));

    assertThat(amps(shares, "high")).isEqualTo(20);
    assertThat(amps(shares, "low")).isEqualTo(20);
  }

  @Test
  void givesWholeStepsAndHandsOutWhatRoundingLeftOver() {
    var shares =
        share(
            fuses(23),
            inSteps(ask("a", ALL, 32), 1),
            inSteps(ask("b", ALL, 32), 1),
            inSteps(ask("c", ALL, 32), 1));

    assertThat(amps(shares, "a") + amps(shares, "b") + amps(shares, "c")).isEqualTo(23);
    assertThat(amps(shares, "a")).isEqualTo(8);
    assertThat(amps(shares, "c")).isEqualTo(7);
  }

  @Test
  void namesTheFuseThatLeftLessThanTheMinimum() {
    var shares = share(fuses(8), ask("calm", ALL, 32, 0, 0.1), ask("late", ALL, 32, 0, 1.2));

    assertThat(shares.get(EvseRef.of("calm", 1)).limitedBy())
        .hasValue("fuse main L1 (less than the minimum was left)");
  }

  @Test
  void refusesAnAskWithoutWeight() {
    assertThatThrownBy(() -> weighing(ask("a", ALL, 16), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a/1");
  }

  private static Ask weighing(Ask ask, double weight) {
    return new Ask(
        ask.point(),
        ask.circuit(),
        ask.phases(),
        ask.reserved(),
        ask.minimum(),
        ask.wanted(),
        ask.step(),
        ask.obeys(),
        ask.urgency(),
        weight);
  }

  private static Ask inSteps(Ask ask, double amps) {
    return new Ask(
        ask.point(),
        ask.circuit(),
        ask.phases(),
        ask.reserved(),
        ask.minimum(),
        ask.wanted(),
        Current.ofAmps(amps),
        ask.obeys(),
        ask.urgency(),
        ask.weight());
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
