package energy.setpoint.optimizer.known;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.ProblemBuilder.START;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aGuest;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.part.GridEvent;
import energy.setpoint.core.plan.part.GridEvent.Obligation;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the grid wants, and what decides where nothing else does. */
class EventsAndTiesTest {

  private static final Interval FIRST_HOUR = Interval.of(START, Duration.ofHours(1));
  private static final Interval SECOND_HOUR =
      Interval.of(START.plusSeconds(3600), Duration.ofHours(1));

  /** A cap of 4 kW that must be kept comes before the 10 kWh that are wanted. */
  @Test
  void mandatoryCapComesBeforeNeeds() {
    var problem =
        hours(1)
            .with(
                GridEvent.cap("cap", FIRST_HOUR, Power.ofKilowatts(4), new Obligation.Mandatory()))
            .with(aGuest("guest", 10).connected(0, 1));

    Known.best(problem).vehicle("guest", 4).missing("guest", 6).costs(1.20);
  }

  /** Staying at 0 kW would cost 10 · 0.20 for the later hour and save 10 · 0.15 of penalty. */
  @Test
  void paidEventThatIsNotWorthObeying() {
    Known.best(Examples.paidEvent(0.15)).vehicle("van", 10, 0).costs(1.00 + 1.50 - 2.00);
  }

  /** With a penalty of 0.25 it pays to wait. */
  @Test
  void paidEventThatIsWorthObeying() {
    Known.best(Examples.paidEvent(0.25)).vehicle("van", 0, 10).costs(3.00 - 2.00);
  }

  /** At least 8 kW in the second hour, though the first is cheaper. */
  @Test
  void minimumConsumption() {
    var problem =
        hours(2)
            .buyingAt(0.10, 0.30)
            .with(
                GridEvent.minimum(
                    "sink", SECOND_HOUR, Power.ofKilowatts(8), new Obligation.Mandatory()))
            .with(aGuest("guest", 10).connected(0, 2));

    Known.best(problem).vehicle("guest", 2, 8).costs(0.20 + 2.40);
  }

  /**
   * 5 kW into the grid with a tolerance of 1, for 3.00 or 1.00 a kilowatt-hour of deviation. What
   * stays is worth 0.20 and what is sold 0.05, so it is 4 kW and not more.
   */
  @Test
  void dispatchTarget() {
    var problem =
        hours(1)
            .sellingAt(0.05)
            .with(
                GridEvent.dispatch(
                    "dispatch",
                    FIRST_HOUR,
                    Power.ofKilowatts(-5),
                    Power.ofKilowatts(1),
                    new Obligation.Paid(3, EnergyPrice.ofKilowattHour(1))))
            .with(aBattery("battery").of(10).holding(10).restWorth(0.20));

    Known.best(problem).battery("battery", -4).costs(-4 * 0.05 - 6 * 0.20 - 3);
  }

  /** All hours cost the same: what can be charged now is charged now. */
  @Test
  void tieGoesToTheEarlierHour() {
    var problem = hours(4).with(aVehicle("van").connected(0, 4).holding(0).wanting(15));

    Known.best(problem).vehicle("van", 11, 4, 0, 0).costs(4.50);
  }

  /** Room for one at a time: who leaves first goes first. */
  @Test
  void tieGoesToWhoLeavesFirst() {
    var problem =
        hours(4)
            .importLimitKw(11)
            .with(aGuest("stays", 11).connected(0, 4))
            .with(aGuest("leaves", 11).connected(0, 3));

    Known.best(problem)
        .vehicle("leaves", 11, 0, 0, 0)
        .vehicle("stays", 0, 11, 0, 0)
        .costs(22 * 0.30);
  }

  /**
   * The plan that is being followed waits for the third hour, because that was the cheapest. Now
   * all hours cost the same, and nothing is gained by another plan.
   */
  @Test
  void tieGoesToThePlanInForce() {
    var guest = aGuest("guest", 11).connected(0, 4);
    Plan before = Known.best(hours(4).buyingAt(0.3, 0.3, 0.2, 0.3).with(guest)).plan();

    Known.bestWhileFollowing(before, hours(4).with(guest))
        .vehicle("guest", 0, 0, 11, 0)
        .costs(3.30);
  }

  /** A battery is not cycled for nothing where buying and selling cost the same all day. */
  @Test
  void tieLeavesBatteriesAlone() {
    var problem =
        hours(3)
            .buyingAt(0.20)
            .sellingAt(0.20)
            .with(aBattery("battery").of(10).holding(5).restWorth(0.20));

    Known.best(problem).battery("battery", 0, 0, 0).costs(-5 * 0.20);
  }
}
