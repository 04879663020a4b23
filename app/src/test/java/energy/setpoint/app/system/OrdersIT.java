package energy.setpoint.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.control.order.Order;
import energy.setpoint.core.control.order.OrderResult;
import energy.setpoint.core.intent.AllowEnergyTransfer.EnergyService;
import energy.setpoint.core.intent.OperatingMode;
import energy.setpoint.core.intent.OperatingMode.CurvePoint;
import energy.setpoint.core.order.Manner;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.Supply;
import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.Ability;
import energy.setpoint.ocpp.dialect.trait.StationTraits.OperationMode;
import energy.setpoint.simulation.profile.Feature;
import energy.setpoint.simulation.profile.ProfileRules;
import energy.setpoint.simulation.station.v21.Messages21;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an operator orders, at a simulated station of OCPP 2.1 on a real socket. */
@Timeout(180)
class OrdersIT {

  private static final StationTraits ABLE =
      StationTraits.PLAIN_DC
          .with(OperationMode.CENTRAL_SETPOINT)
          .with(OperationMode.LOCAL_FREQUENCY)
          .with(Ability.PRIORITY_CHARGING);
  private static final StationTraits SWITCHING =
      StationTraits.PLAIN_AC.with(Ability.PHASE_SWITCHING).with(Ability.PHASE_CHOICE);

  /** Within an ampere on each phase, as an EVSE measures. */
  private static final double CLOSE_WATTS = 690;

  @Test
  void chargesByThePriorityProfileUntilThePriorityEnds() {
    try (var place = new OnePlace(ABLE, _ -> 0)) {
      place.plugIn();
      place.until("a transaction", () -> place.ledger().confirmed().isPresent());

      var early = place.order(new Order.Prioritize(OnePlace.EVSE, true));
      var offered =
          place.order(new Order.OfferPriority(OnePlace.EVSE.station(), Current.ofAmps(20)));
      var given = place.order(new Order.Prioritize(OnePlace.EVSE, true));
      place.live(30);
      double prioritized = place.place().power().watts();
      Current mayDraw = place.ledger().mayDraw();
      var ended = place.order(new Order.Prioritize(OnePlace.EVSE, false));
      place.live(60);

      assertThat(early)
          .isInstanceOfSatisfying(
              OrderResult.Answered.class,
              it -> assertThat(it.outcome()).isInstanceOf(IntentOutcome.Refused.class));
      assertThat(List.of(offered, given, ended)).allMatch(OrdersIT::isAccepted);
      assertThat(prioritized).isCloseTo(20 * 230 * 3, within(CLOSE_WATTS));
      assertThat(mayDraw).isEqualTo(Current.ofAmps(32));
      assertThat(place.place().power().watts()).isCloseTo(0, within(CLOSE_WATTS));
      assertThat(place.ledger().mayDraw()).isEqualTo(Current.ofAmps(20));
    }
  }

  /** Q08: baseline and frequency, and the signal on top of it. */
  @Test
  void holdsAReserveForTheGridAndCallsItUntilTheOrderIsLifted() {
    try (var place = new OnePlace(ABLE, _ -> 0)) {
      place.plugIn();
      place.until("a transaction", () -> place.ledger().confirmed().isPresent());
      var reserve = new Manner.ActByItself(reserve(), Current.ofAmps(16));

      var placed =
          place.order(
              new Order.Stand(
                  OnePlace.EVSE, reserve, Interval.of(place.now(), Duration.ofHours(1))));
      place.live(20);
      double calm = place.place().power().watts();
      var called = place.order(new Order.CallReserve(OnePlace.EVSE.station(), 1));
      place.live(20);
      double moved = place.place().power().watts();
      long profiles = place.sentTxProfiles();
      place.live(180);
      long renewed = place.sentTxProfiles() - profiles;
      var lifted = place.order(new Order.Lift(OnePlace.EVSE));
      place.live(30);

      assertThat(List.of(placed, called)).allMatch(OrdersIT::isAccepted);
      assertThat(calm).isCloseTo(3000, within(CLOSE_WATTS));
      assertThat(moved).isCloseTo(5000, within(CLOSE_WATTS));
      assertThat(renewed).isBetween(1L, 2L);
      assertThat(lifted).isEqualTo(new OrderResult.Taken());
      assertThat(place.place().power().watts()).isCloseTo(0, within(CLOSE_WATTS));
    }
  }

  private static OperatingMode reserve() {
    return new OperatingMode.LocalFrequency(
        Power.ofWatts(3000),
        List.of(
            new CurvePoint(49.5, Power.ofWatts(-2000)), new CurvePoint(50.5, Power.ofWatts(2000))),
        List.of(new CurvePoint(-1, Power.ofWatts(-2000)), new CurvePoint(1, Power.ofWatts(2000))));
  }

  @Test
  void saysWhichServicesTheVehicleMayChoose() {
    try (var place = new OnePlace(ABLE, _ -> 0)) {
      place.plugIn();
      place.until("a transaction", () -> place.ledger().confirmed().isPresent());

      var allowed =
          place.order(
              new Order.AllowServices(OnePlace.EVSE, Set.of(EnergyService.DC_BIDIRECTIONAL)));

      assertThat(allowed).matches(OrdersIT::isAccepted);
      assertThat(place.sent("NotifyAllowedEnergyTransfer")).isOne();
    }
  }

  @Test
  void chargesOnTheOnePhaseThatWasOrderedAndOnThreeAgainAfterwards() {
    var rules = ProfileRules.OCPP_21.with(Feature.PHASE_SWITCHING);
    try (var place = new OnePlace(Supply.AC, new Messages21(rules), SWITCHING, _ -> 9000)) {
      place.plugIn();
      place.until("charging", () -> place.place().power().watts() > 3000);
      var toOne = new Manner.OnPhases(1, Optional.of(Phase.L2));

      var switched =
          place.order(
              new Order.Stand(OnePlace.EVSE, toOne, Interval.of(place.now(), Duration.ofHours(1))));
      place.live(60);
      var onOne = place.place().currents();
      int counted = place.snapshot().evses().getFirst().phases();
      var lifted = place.order(new Order.Lift(OnePlace.EVSE));
      place.live(60);

      assertThat(switched).matches(OrdersIT::isAccepted);
      assertThat(onOne.on(Phase.L2)).isGreaterThan(Current.ofAmps(6));
      assertThat(onOne.on(Phase.L1)).isLessThan(Current.ofAmps(1));
      assertThat(onOne.on(Phase.L3)).isLessThan(Current.ofAmps(1));
      assertThat(counted).isEqualTo(3);
      assertThat(lifted).isEqualTo(new OrderResult.Taken());
      assertThat(place.place().currents().on(Phase.L1)).isGreaterThan(Current.ofAmps(6));
    }
  }

  private static boolean isAccepted(OrderResult result) {
    return result instanceof OrderResult.Answered(var outcome)
        && outcome instanceof IntentOutcome.Accepted;
  }
}
