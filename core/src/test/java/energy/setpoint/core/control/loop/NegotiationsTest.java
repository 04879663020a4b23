package energy.setpoint.core.control.loop;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.event.NeedsReported;
import energy.setpoint.core.event.PriorityChanged;
import energy.setpoint.core.event.ReportedNeed;
import energy.setpoint.core.event.ScheduleAnnounced;
import energy.setpoint.core.event.ScheduleAnnounced.Planned;
import energy.setpoint.core.event.StationConnected;
import energy.setpoint.core.event.TransactionEnded;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.EvseRef;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NegotiationsTest {

  private static final EvseRef EVSE = EvseRef.of("s1", 1);

  private final FakeDepot depot = new FakeDepot(100, 1, 6);

  @BeforeEach
  void chargeForAWhile() {
    depot.connectAll();
    depot.plugIn("s1", 16);
    depot.run(Duration.ofMinutes(1));
  }

  /** K15.FR.08, K15.FR.17: what was sent before the need does not count as its answer. */
  @Test
  void sendsALimitWithinAMinuteOfTheNeed() {
    int before = depot.sent.size();

    depot.controller.on(new NeedsReported(EVSE, depot.now, need(Energy.ofKilowattHours(20))));
    depot.run(Duration.ofSeconds(10));

    assertThat(depot.sent.subList(before, depot.sent.size())).anyMatch(CapPower.class::isInstance);
  }

  /** K15.FR.13. */
  @Test
  void tellsAVehicleItsLimitAgainThatPlansMore() {
    int before = depot.sent.size();

    depot.controller.on(announced(Optional.of("22 kW where 11 kW were offered.")));
    depot.run(Duration.ofSeconds(4));

    assertThat(depot.sent.subList(before, depot.sent.size())).anyMatch(CapPower.class::isInstance);
    assertThat(depot.controller.counters().excessiveSchedules()).isOne();
    assertThat(alerts())
        .contains(
            "The vehicle at EVSE s1/1 plans more than offered: 22 kW where 11 kW were offered.");
  }

  @Test
  void countsAPlanWithinTheOfferAndLeavesItAtThat() {
    depot.controller.on(announced(Optional.empty()));
    depot.run(Duration.ofSeconds(4));

    assertThat(depot.controller.counters().fittingSchedules()).isOne();
    assertThat(alerts()).noneMatch(alert -> alert.contains("plans more"));
  }

  @Test
  void budgetsAnEvseWithPriorityAtAllThatItCanTake() {
    depot.controller.on(priority(true));
    depot.run(Duration.ofSeconds(4));

    assertThat(mayDraw()).isEqualTo(Current.ofAmps(32));
    assertThat(alerts()).contains("EVSE s1/1 charges with priority: its own limits do not hold.");
    assertThat(depot.controller.counters().priorityChanges()).isOne();
  }

  @Test
  void trustsTheFallbackAgainWhenThePriorityIsOverAndTheVehicleHasFollowed() {
    depot.controller.on(priority(true));
    depot.run(Duration.ofSeconds(4));

    depot.controller.on(priority(false));
    depot.run(Duration.ofSeconds(20));

    assertThat(mayDraw()).isLessThan(Current.ofAmps(32));
    assertThat(alerts()).noneMatch(alert -> alert.contains("priority"));
  }

  @Test
  void endsThePriorityWithTheTransaction() {
    String transaction = depot.transactions.get(EVSE);
    depot.controller.on(priority(true));
    depot.vehicles.remove(EVSE);
    depot.drawn.remove(EVSE);

    depot.controller.on(new TransactionEnded(EVSE, depot.now, transaction, "Local"));
    depot.run(Duration.ofSeconds(30));

    assertThat(mayDraw()).isEqualTo(Current.ofAmps(6));
    assertThat(alerts()).noneMatch(alert -> alert.contains("priority"));
  }

  @Test
  void keepsThePriorityOfARunningTransactionWhenAnEarlierOneIsSaidToHaveEnded() {
    depot.controller.on(priority(true));

    depot.controller.on(new TransactionEnded(EVSE, depot.now, "long ago", "Local"));
    depot.run(Duration.ofSeconds(30));

    assertThat(mayDraw()).isEqualTo(Current.ofAmps(32));
    assertThat(alerts()).anyMatch(alert -> alert.contains("priority"));
  }

  @Test
  void keepsThePriorityWhenTheStationConfirmsItsFallbackAgain() {
    depot.controller.on(priority(true));

    depot.controller.on(new StationConnected(EVSE.station(), depot.now, "ocpp2.1"));
    depot.run(Duration.ofMinutes(1));

    assertThat(mayDraw()).isEqualTo(Current.ofAmps(32));
  }

  @Test
  void keepsThePriorityOverARestartOfTheEngineUntilItEnds() {
    depot.controller.on(priority(true));
    depot.run(Duration.ofSeconds(4));

    depot.restartEngine();
    depot.run(Duration.ofMinutes(1));

    assertThat(mayDraw()).isEqualTo(Current.ofAmps(32));
    assertThat(alerts()).contains("EVSE s1/1 charges with priority: its own limits do not hold.");

    depot.controller.on(priority(false));
    depot.run(Duration.ofMinutes(1));

    assertThat(mayDraw()).isLessThan(Current.ofAmps(32));
    assertThat(alerts()).noneMatch(alert -> alert.contains("priority"));
  }

  @Test
  void budgetsWhatAStationMayDrawAlthoughItAcceptedLess() {
    depot.mayDraw = Optional.of(Current.ofAmps(10));
    depot.buildingAmps = 97;
    depot.run(Duration.ofMinutes(2));
    int before = depot.sent.size();

    depot.run(Duration.ofSeconds(30));

    assertThat(mayDraw()).isEqualTo(Current.ofAmps(10));
    assertThat(depot.sent.size() - before).isLessThan(3);
  }

  private PriorityChanged priority(boolean on) {
    return new PriorityChanged(EVSE, depot.now, depot.transactions.get(EVSE), on);
  }

  private ScheduleAnnounced announced(Optional<String> excess) {
    return new ScheduleAnnounced(
        EVSE,
        depot.now,
        List.of(new Planned(depot.now, Power.ofKilowatts(11))),
        OptionalInt.empty(),
        excess);
  }

  private List<String> alerts() {
    return depot.controller.snapshot().orElseThrow().alerts();
  }

  private Current mayDraw() {
    return depot.controller.snapshot().orElseThrow().evses().getFirst().mayDraw();
  }

  private static ReportedNeed need(Energy requested) {
    return new ReportedNeed(
        Optional.of(requested),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty());
  }
}
