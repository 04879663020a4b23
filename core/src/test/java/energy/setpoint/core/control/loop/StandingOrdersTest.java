package energy.setpoint.core.control.loop;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.control.LedgerView;
import energy.setpoint.core.control.guard.Overload;
import energy.setpoint.core.control.order.Order;
import energy.setpoint.core.control.order.OrderResult;
import energy.setpoint.core.event.NeedsReported;
import energy.setpoint.core.event.ReportedNeed;
import energy.setpoint.core.event.StationBooted;
import energy.setpoint.core.event.TransactionEnded;
import energy.setpoint.core.intent.AllowEnergyTransfer;
import energy.setpoint.core.intent.AllowEnergyTransfer.EnergyService;
import energy.setpoint.core.intent.CallReserve;
import energy.setpoint.core.intent.CapPhases;
import energy.setpoint.core.intent.CapStation;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.Operate;
import energy.setpoint.core.intent.OperatingMode;
import energy.setpoint.core.intent.OperatingMode.CurvePoint;
import energy.setpoint.core.intent.SwitchPhases;
import energy.setpoint.core.order.Manner;
import energy.setpoint.core.order.StandingOrder;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that stand for a while, at two bidirectional EVSEs behind a fuse of 60 A. */
class StandingOrdersTest {

  private static final double FUSE = 60;
  private static final StationId S1 = new StationId("s1");
  private static final EvseRef EVSE = EvseRef.of("s1", 1);
  private static final OperatingMode RESERVE =
      new OperatingMode.LocalFrequency(
          Power.ZERO,
          List.of(
              new CurvePoint(49.8, Power.ofKilowatts(-2.3)),
              new CurvePoint(50.2, Power.ofKilowatts(2.3))),
          List.of(
              new CurvePoint(-1, Power.ofKilowatts(-1.15)),
              new CurvePoint(1, Power.ofKilowatts(1.15))));

  private final FakeDepot depot = new FakeDepot(FUSE, 2, 6, true);

  @BeforeEach
  void letBothChargeAtTheFuse() {
    depot.connectAll();
    depot.plugIn("s1", 32);
    depot.plugIn("s2", 32);
    depot.controller.on(new NeedsReported(EVSE, depot.now, bidirectional()));
    depot.run(Duration.ofMinutes(3));
    depot.highestAmps = 0;
  }

  @Test
  void letsAnEvseActByItselfAndBudgetsItAtItsBoundsInBothDirections() {
    var result = order(stand(new Manner.ActByItself(RESERVE, Current.ofAmps(30)), 30));
    depot.run(Duration.ofMinutes(2));

    assertThat(result).isCompletedWithValueMatching(StandingOrdersTest::isAccepted);
    assertThat(sent(Operate.class))
        .allMatch(it -> it.mode().equals(RESERVE))
        .allMatch(it -> it.ceiling().perPhase().equals(Current.ofAmps(30)));
    assertThat(ledger().mayDraw()).isEqualTo(Current.ofAmps(30));
    assertThat(ledger().mayFeed()).isEqualTo(Current.ofAmps(15));
    assertThat(depot.drawnBy("s1")).isEqualTo(30);
    assertThat(depot.drawnBy("s2")).isPositive();
    assertThat(depot.highestAmps).isLessThanOrEqualTo(FUSE);
  }

  @Test
  void renewsTheOrderWithItsLeaseAndNothingElse() {
    order(stand(new Manner.ActByItself(RESERVE, Current.ofAmps(20)), 30));
    depot.run(Duration.ofMinutes(1));
    int before = depot.sent.size();

    depot.run(Duration.ofMinutes(10));

    assertThat(depot.sent.subList(before, depot.sent.size()))
        .filteredOn(intent -> intent.station().equals(S1))
        .hasSizeBetween(3, 5)
        .allMatch(Operate.class::isInstance);
  }

  @Test
  void endsAtItsEndAndFallsBackToTheUsualLimits() {
    order(stand(new Manner.ActByItself(RESERVE, Current.ofAmps(30)), 5));
    depot.run(Duration.ofMinutes(5));
    int before = depot.sent.size();

    depot.run(Duration.ofMinutes(3));

    assertThat(sent(Operate.class))
        .allMatch(it -> !it.validity().end().isAfter(depot.now.minusSeconds(180)));
    assertThat(depot.sent.subList(before, depot.sent.size())).noneMatch(Operate.class::isInstance);
    assertThat(depot.controller.orders().list()).isEmpty();
    assertThat(ledger().mayFeed()).isEqualTo(Current.ZERO);
    assertThat(depot.highestAmps).isLessThanOrEqualTo(FUSE);
  }

  @Test
  void endsWhenItIsLifted() {
    order(stand(new Manner.ActByItself(RESERVE, Current.ofAmps(30)), 60));
    depot.run(Duration.ofMinutes(2));
    int before = depot.sent.size();

    var result = order(new Order.Lift(EVSE));
    depot.run(Duration.ofMinutes(6));

    assertThat(result).isCompletedWithValue(new OrderResult.Taken());
    assertThat(depot.sent.subList(before, depot.sent.size()))
        .noneMatch(Operate.class::isInstance)
        .anyMatch(intent -> intent.station().equals(S1));
    assertThat(ledger().mayFeed()).isEqualTo(Current.ZERO);
    assertThat(order(new Order.Lift(EVSE)))
        .isCompletedWithValueMatching(OrderResult.Impossible.class::isInstance);
  }

  @Test
  void endsWithItsTransaction() {
    order(stand(new Manner.ActByItself(RESERVE, Current.ofAmps(30)), 60));
    depot.run(Duration.ofMinutes(1));

    depot.controller.on(
        new TransactionEnded(EVSE, depot.now, depot.transactions.get(EVSE), "Local"));
    depot.vehicles.remove(EVSE);
    depot.drawn.remove(EVSE);
    depot.run(Duration.ofMinutes(1));

    assertThat(depot.controller.orders().list()).isEmpty();
    assertThat(ledger().mayDraw()).isEqualTo(Current.ofAmps(6));
  }

  @Test
  void refusesWithTheFiguresWhatTheFuseDoesNotBear() {
    depot.buildingAmps = 30;
    depot.run(Duration.ofMinutes(2));

    var result = order(stand(new Manner.ActByItself(RESERVE, Current.ofAmps(20)), 60));

    assertThat(result)
        .isCompletedWithValueMatching(it ->
            it instanceof OrderResult.TooMuch(var overloads)
                && overloads.contains(
                    new Overload(
                        "fuse main L1", Current.ofAmps(30 + 5 + 20 + 6), Current.ofAmps(60))));
    assertThat(depot.controller.orders().list()).isEmpty();
  }

  /** Q05: the energy manager may raise its limits above ours. */
  @Test
  void budgetsTheHardwareMaximumWhereNothingOfOursHoldsTheEvse() {
    var mode = new OperatingMode.ExternalLimits(Power.ZERO);
    order(stand(new Manner.ActByItself(mode, Current.ofAmps(10)), 60));

    depot.run(Duration.ofMinutes(2));

    assertThat(ledger().mayDraw()).isEqualTo(Current.ofAmps(32));
    assertThat(ledger().mayFeed()).isEqualTo(Current.ofAmps(32));
  }

  @Test
  void givesWayToThePlainLimitWhileTheBuildingNeedsTheFuse() {
    order(stand(new Manner.ActByItself(RESERVE, Current.ofAmps(30)), 60));
    depot.run(Duration.ofMinutes(2));

    depot.buildingAmps = 42;
    depot.run(Duration.ofMinutes(2));
    double atNoon = depot.drawnBy("s1") + depot.drawnBy("s2") + 42;
    depot.buildingAmps = 5;
    depot.run(Duration.ofMinutes(6));

    assertThat(atNoon).isLessThanOrEqualTo(FUSE);
    assertThat(depot.drawnBy("s1")).isEqualTo(30);
    assertThat(lastTold()).isInstanceOf(Operate.class);
  }

  @Test
  void isDroppedWhenTheStationRefusesItAndTheUsualLimitHolds() {
    depot.answers.put(Operate.class, new IntentOutcome.Refused(List.of(), "no such mode"));

    var result = order(stand(new Manner.ActByItself(RESERVE, Current.ofAmps(30)), 60));
    depot.run(Duration.ofMinutes(3));

    assertThat(result)
        .isCompletedWithValue(
            new OrderResult.Answered(new IntentOutcome.Refused(List.of(), "no such mode")));
    assertThat(sent(Operate.class)).hasSize(1);
    assertThat(depot.controller.orders().list()).isEmpty();
    assertThat(depot.highestAmps).isLessThanOrEqualTo(FUSE);
  }

  @Test
  void isSaidToHaveEndedWhenTheStationRefusesToRenewIt() {
    order(stand(new Manner.ActByItself(RESERVE, Current.ofAmps(30)), 60));
    depot.run(Duration.ofMinutes(1));

    depot.answers.put(Operate.class, new IntentOutcome.Refused(List.of(), "vehicle full"));
    depot.run(Duration.ofMinutes(6));

    assertThat(depot.controller.orders().list()).isEmpty();
    assertThat(depot.controller.snapshot().orElseThrow().alerts())
        .contains("The order for EVSE s1/1 ended before its time: vehicle full.");
  }

  @Test
  void budgetsTheBoundsWhileTheStationDoesNotAnswer() {
    depot.answers.put(Operate.class, new IntentOutcome.Unanswered(List.of(), "no answer"));

    var result = order(stand(new Manner.ActByItself(RESERVE, Current.ofAmps(30)), 60));
    depot.run(Duration.ofMinutes(3));

    assertThat(result)
        .isCompletedWithValue(
            new OrderResult.Answered(new IntentOutcome.Unanswered(List.of(), "no answer")));
    assertThat(ledger().mayDraw()).isEqualTo(Current.ofAmps(30));
    assertThat(ledger().mayFeed()).isEqualTo(Current.ofAmps(15));
    assertThat(depot.controller.orders().list()).hasSize(1);
  }

  @Test
  void isTakenUpAfterARestartOfTheEngineAndOfTheStation() {
    order(stand(new Manner.ActByItself(RESERVE, Current.ofAmps(30)), 60));
    depot.run(Duration.ofMinutes(1));

    depot.restartEngine();
    depot.controller.on(new StationBooted(S1, depot.now, "V", "M", "1"));
    depot.run(Duration.ofMinutes(4));

    assertThat(depot.controller.orders().list()).hasSize(1);
    assertThat(lastTold()).isInstanceOf(Operate.class);
    assertThat(ledger().mayDraw()).isEqualTo(Current.ofAmps(30));
    assertThat(ledger().mayFeed()).isEqualTo(Current.ofAmps(15));
    assertThat(depot.highestAmps).isLessThanOrEqualTo(FUSE);
  }

  @Test
  void waitsForItsBeginning() {
    var later = Interval.of(depot.now.plus(Duration.ofMinutes(10)), Duration.ofMinutes(10));

    var result =
        order(new Order.Stand(EVSE, new Manner.ActByItself(RESERVE, Current.ofAmps(30)), later));
    depot.run(Duration.ofMinutes(9));
    int before = sent(Operate.class).size();
    depot.run(Duration.ofMinutes(3));

    assertThat(result).isCompletedWithValue(new OrderResult.Taken());
    assertThat(before).isZero();
    assertThat(sent(Operate.class)).isNotEmpty();
    assertThat(depot.highestAmps).isLessThanOrEqualTo(FUSE);
  }

  /** Q08.FR.11. */
  @Test
  void callsTheReserveOnlyWhereOneIsHeld() {
    var without = order(new Order.CallReserve(S1, 1));
    order(stand(new Manner.ActByItself(RESERVE, Current.ofAmps(30)), 60));
    depot.run(Duration.ofMinutes(1));

    var with = order(new Order.CallReserve(S1, 1));

    assertThat(without).isCompletedWithValueMatching(OrderResult.Impossible.class::isInstance);
    assertThat(with).isCompletedWithValueMatching(StandingOrdersTest::isAccepted);
    assertThat(sent(CallReserve.class)).singleElement().matches(it -> it.signal() == 1);
  }

  @Test
  void switchesThePhasesUnderTheLimitOfTheGuardAndCountsAllOfThem() {
    var result = order(stand(new Manner.OnPhases(1, Optional.of(Phase.L2)), 5));
    depot.run(Duration.ofMinutes(2));

    assertThat(result).isCompletedWithValueMatching(StandingOrdersTest::isAccepted);
    assertThat(lastTold())
        .isInstanceOfSatisfying(
            SwitchPhases.class,
            it -> {
              assertThat(it.ceiling().phases()).isOne();
              assertThat(it.onto()).contains(Phase.L2);
            });
    assertThat(evsePhases()).isEqualTo(3);

    depot.run(Duration.ofMinutes(5));

    assertThat(lastTold()).isNotInstanceOf(SwitchPhases.class);
    assertThat(depot.highestAmps).isLessThanOrEqualTo(FUSE);
  }

  @Test
  void neverGivesAPhaseMoreThanTheOrderNorThanTheGuard() {
    var each = List.of(Current.ofAmps(10), Current.ofAmps(16), Current.ofAmps(32));

    var result = order(stand(new Manner.EachPhase(each), 30));
    depot.run(Duration.ofMinutes(2));

    assertThat(result).isCompletedWithValueMatching(StandingOrdersTest::isAccepted);
    assertThat(sent(CapPhases.class))
        .isNotEmpty()
        .allSatisfy(cap -> {
          assertThat(cap.most().get(0)).isEqualTo(Current.ofAmps(10));
          assertThat(cap.most().get(1)).isEqualTo(Current.ofAmps(16));
          assertThat(cap.most().get(2)).isLessThanOrEqualTo(ledger().mayDraw());
        });
    assertThat(depot.highestAmps).isLessThanOrEqualTo(FUSE);
  }

  @Test
  void refusesWhatMakesNoSenseForTheEvseOrItsVehicle() {
    var other = EvseRef.of("s2", 1);
    var hour = Interval.of(depot.now, Duration.ofHours(1));

    assertThat(
            List.of(
                order(stand(new Manner.EachPhase(List.of(Current.ofAmps(10))), 30)),
                order(stand(new Manner.ActByItself(RESERVE, Current.ofAmps(33)), 30)),
                order(
                    new Order.Stand(
                        other, new Manner.ActByItself(RESERVE, Current.ofAmps(10)), hour)),
                order(
                    new Order.Stand(
                        EVSE,
                        new Manner.OnPhases(1, Optional.empty()),
                        new Interval(depot.now.minusSeconds(60), depot.now)))))
        .allSatisfy(result ->
            assertThat(result)
                .isCompletedWithValueMatching(OrderResult.Impossible.class::isInstance));
    assertThat(depot.controller.orders().list()).isEmpty();
  }

  @Test
  void capsAStationAndSaysWhichServicesAVehicleMayChoose() {
    var until = depot.now.plus(Duration.ofHours(2));

    var capped = order(new Order.CapStation(S1, Current.ofAmps(20), until));
    var uncapped = order(new Order.UncapStation(S1));
    var allowed = order(new Order.AllowServices(EVSE, Set.of(EnergyService.AC_THREE_PHASE)));

    assertThat(List.of(capped, uncapped, allowed))
        .allSatisfy(
            it -> assertThat(it).isCompletedWithValueMatching(StandingOrdersTest::isAccepted));
    assertThat(sent(CapStation.class))
        .extracting(it -> it.validity().end())
        .containsExactly(until, depot.now.plusSeconds(1));
    assertThat(sent(AllowEnergyTransfer.class))
        .singleElement()
        .matches(it -> it.transactionId().equals(depot.transactions.get(EVSE)));
  }

  @Test
  void keepsTheOrderWithTheLedgers() {
    var validity = Interval.of(depot.now, Duration.ofHours(1));
    var manner = new Manner.ActByItself(RESERVE, Current.ofAmps(30));

    order(new Order.Stand(EVSE, manner, validity));
    depot.run(Duration.ofSeconds(4));

    assertThat(depot.entries.get(EVSE).order())
        .contains(new StandingOrder(EVSE, depot.transactions.get(EVSE), manner, validity));
  }

  private Order.Stand stand(Manner manner, int minutes) {
    return new Order.Stand(EVSE, manner, Interval.of(depot.now, Duration.ofMinutes(minutes)));
  }

  private CompletableFuture<OrderResult> order(Order order) {
    return depot.controller.orders().submit(order).toCompletableFuture();
  }

  private <T extends ChargingIntent> List<T> sent(Class<T> kind) {
    return depot.sent.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private ChargingIntent lastTold() {
    return depot.sent.stream().filter(it -> it.station().equals(S1)).toList().getLast();
  }

  private static boolean isAccepted(OrderResult result) {
    return result instanceof OrderResult.Answered(var outcome)
        && outcome instanceof IntentOutcome.Accepted;
  }

  private LedgerView ledger() {
    return depot.controller.snapshot().orElseThrow().ledgers().stream()
        .filter(it -> it.ref().equals(EVSE))
        .findFirst()
        .orElseThrow();
  }

  private int evsePhases() {
    return depot.controller.snapshot().orElseThrow().evses().getFirst().phases();
  }

  private static ReportedNeed bidirectional() {
    return new ReportedNeed(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Power.ofKilowatts(22)),
        OptionalInt.empty());
  }
}
