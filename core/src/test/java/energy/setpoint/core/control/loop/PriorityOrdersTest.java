package energy.setpoint.core.control.loop;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.control.OrderCounters;
import energy.setpoint.core.control.guard.Overload;
import energy.setpoint.core.control.order.Order;
import energy.setpoint.core.control.order.OrderResult;
import energy.setpoint.core.event.StationBooted;
import energy.setpoint.core.event.TransactionEnded;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.OfferPriority;
import energy.setpoint.core.intent.PrioritizeCharging;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Priority that an operator orders (OCPP 2.1 K21), beside a fuse of 60 A that others share. */
class PriorityOrdersTest {

  private static final double FUSE = 60;
  private static final StationId S1 = new StationId("s1");
  private static final EvseRef EVSE = EvseRef.of("s1", 1);
  private static final Current HARDWARE = Current.ofAmps(32);

  private final FakeDepot depot = new FakeDepot(FUSE, 2, 6);

  @BeforeEach
  void letBothChargeAtTheFuse() {
    depot.connectAll();
    depot.plugIn("s1", 32);
    depot.plugIn("s2", 32);
    depot.run(Duration.ofMinutes(3));
    depot.highestAmps = 0;
  }

  @Test
  void makesTheOthersGiveWayBeforeItTellsTheStation() {
    var result = order(new Order.Prioritize(EVSE, true));

    assertThat(result).isNotDone();
    assertThat(requests()).isEmpty();

    depot.run(Duration.ofMinutes(1));

    assertThat(result).isCompletedWithValueMatching(PriorityOrdersTest::isAccepted);
    assertThat(requests()).containsExactly(prioritize(true));
    assertThat(depot.drawnBy("s1")).isEqualTo(32);
    assertThat(depot.drawnBy("s2")).isPositive();
    assertThat(depot.highestAmps).isLessThanOrEqualTo(FUSE);
    assertThat(depot.controller.counters().orders().of(OrderCounters.Result.ACCEPTED)).isOne();
  }

  @Test
  void refusesWithTheFiguresWhatTheFuseCanNeverBear() {
    depot.buildingAmps = 25;
    depot.run(Duration.ofMinutes(2));
    int before = depot.sent.size();

    var result = order(new Order.Prioritize(EVSE, true));

    assertThat(result)
        .isCompletedWithValueMatching(it ->
            it instanceof OrderResult.TooMuch(var overloads)
                && overloads.contains(
                    new Overload(
                        "fuse main L2", Current.ofAmps(25 + 5 + 32 + 6), Current.ofAmps(60))));
    assertThat(depot.sent).hasSize(before);
    assertThat(mayDraw()).isLessThan(HARDWARE);
    assertThat(depot.controller.counters().orders().of(OrderCounters.Result.TOO_MUCH)).isOne();
  }

  @Test
  void budgetsAllFromWhenTheStationIsToldAlthoughItDoesNotAnswer() {
    depot.answers.put(
        PrioritizeCharging.class, new IntentOutcome.Unanswered(List.of(), "no answer"));

    var result = order(new Order.Prioritize(EVSE, true));
    depot.run(Duration.ofMinutes(1));
    depot.prioritized.add(EVSE);
    depot.run(Duration.ofMinutes(2));

    assertThat(result)
        .isCompletedWithValueMatching(it ->
            it instanceof OrderResult.Answered(var outcome)
                && outcome instanceof IntentOutcome.Unanswered);
    assertThat(mayDraw()).isEqualTo(HARDWARE);
    assertThat(depot.highestAmps).isLessThanOrEqualTo(FUSE);
  }

  @Test
  void trustsItsLimitsAgainWhenTheStationRefuses() {
    depot.answers.put(PrioritizeCharging.class, new IntentOutcome.Refused(List.of(), "NoProfile"));

    var result = order(new Order.Prioritize(EVSE, true));
    depot.run(Duration.ofMinutes(2));

    assertThat(result)
        .isCompletedWithValueMatching(it ->
            it instanceof OrderResult.Answered(var outcome)
                && outcome.equals(new IntentOutcome.Refused(List.of(), "NoProfile")));
    assertThat(mayDraw()).isLessThan(HARDWARE);
    assertThat(depot.drawnBy("s2")).isGreaterThan(20);
  }

  @Test
  void endsThePriorityAndSharesTheFuseAgain() {
    order(new Order.Prioritize(EVSE, true));
    depot.run(Duration.ofMinutes(1));

    var result = order(new Order.Prioritize(EVSE, false));
    depot.run(Duration.ofMinutes(2));

    assertThat(result).isCompletedWithValueMatching(PriorityOrdersTest::isAccepted);
    assertThat(mayDraw()).isLessThan(HARDWARE);
    assertThat(depot.highestAmps).isLessThanOrEqualTo(FUSE);
  }

  @Test
  void takesThePriorityBackWhenTheBuildingComesToNeedTheFuse() {
    order(new Order.Prioritize(EVSE, true));
    depot.run(Duration.ofMinutes(1));

    depot.buildingAmps = 30;
    depot.run(Duration.ofMinutes(3));

    assertThat(requests()).containsExactly(prioritize(true), prioritize(false));
    assertThat(depot.drawnBy("s1") + depot.drawnBy("s2") + 30).isLessThanOrEqualTo(FUSE);
  }

  @Test
  void keepsThePriorityInItsBudgetOverARestartOfTheEngine() {
    order(new Order.Prioritize(EVSE, true));
    depot.run(Duration.ofMinutes(1));
    depot.entries.clear();

    depot.restartEngine();
    depot.run(Duration.ofMinutes(3));

    assertThat(mayDraw()).isEqualTo(HARDWARE);
    assertThat(depot.highestAmps).isLessThanOrEqualTo(FUSE);
  }

  @Test
  void holdsTheFuseWhenTheStationStartsAnew() {
    order(new Order.Prioritize(EVSE, true));
    depot.run(Duration.ofMinutes(1));

    depot.controller.on(new StationBooted(S1, depot.now, "V", "M", "1"));
    depot.run(Duration.ofMinutes(3));

    assertThat(mayDraw()).isEqualTo(HARDWARE);
    assertThat(depot.highestAmps).isLessThanOrEqualTo(FUSE);
  }

  @Test
  void hasNothingToPrioritizeWithoutATransaction() {
    String transaction = depot.transactions.get(EVSE);
    depot.controller.on(new TransactionEnded(EVSE, depot.now, transaction, "Local"));

    var result = order(new Order.Prioritize(EVSE, true));

    assertThat(result).isCompletedWithValueMatching(OrderResult.Impossible.class::isInstance);
    assertThat(requests()).isEmpty();
  }

  /** K22.FR.02: the driver may press the button at any moment, and nobody is asked. */
  @Test
  void countsAnOfferOfPriorityAlwaysBecauseADriverMayUseItAtAnyMoment() {
    var result = order(new Order.OfferPriority(S1, Current.ofAmps(20)));
    depot.run(Duration.ofMinutes(2));

    assertThat(result).isCompletedWithValueMatching(PriorityOrdersTest::isAccepted);
    assertThat(depot.sent).anyMatch(OfferPriority.class::isInstance);
    assertThat(mayDraw()).isGreaterThanOrEqualTo(Current.ofAmps(20));

    depot.restartEngine();
    depot.vehicles.remove(EVSE);
    depot.drawn.remove(EVSE);
    depot.controller.on(
        new TransactionEnded(EVSE, depot.now, depot.transactions.get(EVSE), "Local"));
    depot.run(Duration.ofMinutes(10));

    assertThat(mayDraw()).isEqualTo(Current.ofAmps(20));
    assertThat(depot.drawnBy("s2")).isLessThanOrEqualTo(FUSE - 5 - 5 - 20);
    assertThat(depot.highestAmps).isLessThanOrEqualTo(FUSE);
  }

  @Test
  void refusesAnOfferThatTheFuseDoesNotBear() {
    depot.buildingAmps = 30;
    depot.run(Duration.ofMinutes(2));

    var result = order(new Order.OfferPriority(S1, Current.ofAmps(32)));

    assertThat(result).isCompletedWithValueMatching(OrderResult.TooMuch.class::isInstance);
    assertThat(depot.sent).noneMatch(OfferPriority.class::isInstance);
  }

  @Test
  void countsTheFallbackAgainWhenTheOfferIsWithdrawn() {
    order(new Order.OfferPriority(S1, Current.ofAmps(20)));
    depot.run(Duration.ofMinutes(2));
    depot.vehicles.remove(EVSE);
    depot.drawn.remove(EVSE);
    depot.controller.on(
        new TransactionEnded(EVSE, depot.now, depot.transactions.get(EVSE), "Local"));

    order(new Order.WithdrawPriority(S1));
    depot.run(Duration.ofMinutes(3));

    assertThat(mayDraw()).isEqualTo(Current.ofAmps(6));
  }

  private CompletableFuture<OrderResult> order(Order order) {
    return depot.controller.orders().submit(order).toCompletableFuture();
  }

  private List<ChargingIntent> requests() {
    return depot.sent.stream().filter(PrioritizeCharging.class::isInstance).toList();
  }

  private PrioritizeCharging prioritize(boolean priority) {
    return new PrioritizeCharging(EVSE, depot.transactions.get(EVSE), priority);
  }

  private static boolean isAccepted(OrderResult result) {
    return result instanceof OrderResult.Answered(var outcome)
        && outcome instanceof IntentOutcome.Accepted;
  }

  private Current mayDraw() {
    return depot.controller.snapshot().orElseThrow().evses().stream()
        .filter(evse -> evse.ref().equals(EVSE))
        .findFirst()
        .orElseThrow()
        .mayDraw();
  }
}
