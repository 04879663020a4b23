package energy.setpoint.optimizer.known;

import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aGuest;

import energy.setpoint.core.quantity.Phase;
import org.junit.jupiter.api.Test;

/** Vehicles that take nothing or at least so much: 6 A on three phases are 4.14 kW. */
class SwitchingTest {

  /**
   * 11 kWh at 0.10 and 2 kWh at 0.20 would be best, but 2 kW is less than 6 A. So 4.14 kWh for 0.20
   * it is, and 8.86 for 0.10.
   */
  @Test
  void sixAmperes() {
    Known.best(Examples.sixAmperes())
        .vehicle("van", 8.86, 4.14, 0)
        .nothingMissing()
        .costs(0.886 + 0.828);
  }

  /** Two cars at 6 A are 8.28 kW on a fuse of 6.9 kW: each has an hour of its own. */
  @Test
  void sixAmperesTwiceDoNotFitUnderTheFuse() {
    var problem =
        hours(2)
            .mainFuse(10)
            .buyingAt(0.10, 0.30)
            .with(aGuest("one", 6.9).connected(0, 2).atLeastKw(4.14, 0))
            .with(aGuest("other", 6.9).connected(0, 2).atLeastKw(4.14, 0));

    Known.best(problem).nothingMissing().grid(6.9, 6.9).costs(0.69 + 2.07);
  }

  /** A phase with 5 A left has no 6 A: the car gets nothing rather than too much. */
  @Test
  void sixAmperesAreNotRoundedUpOverTheFuse() {
    var problem =
        hours(1)
            .mainFuse(16)
            .loadOnL1Kw("main", 11 * 0.23)
            .with(
                aGuest("guest", 1)
                    .connected(0, 1)
                    .loading(Phase.L1)
                    .atMostKw(3.68)
                    .atLeastKw(1.38, 0));

    Known.best(problem).vehicle("guest", 0).missing("guest", 1).costs(2.53 * 0.30);
  }

  /** 2 kWh of 13 do not fit in the cheap hour. They are not dropped for being less than 6 A. */
  @Test
  void sixAmperesAreNotRoundedDownPastTheDeadline() {
    var problem =
        hours(2).buyingAt(0.10, 0.30).with(aGuest("guest", 13).connected(0, 2).atLeastKw(4.14, 0));

    Known.best(problem).vehicle("guest", 8.86, 4.14).nothingMissing().costs(0.886 + 1.242);
  }

  /** Steps of 1 A on three phases, 0.69 kW, above 4.14 kW: 9.66 kW is the last below 10 kWh. */
  @Test
  void stepsOfOneAmpere() {
    var problem = hours(1).with(aGuest("guest", 10).connected(0, 1).atLeastKw(4.14, 0.69));

    Known.best(problem).vehicle("guest", 9.66).missing("guest", 0.34).costs(9.66 * 0.30);
  }

  /**
   * The two cheap hours lie apart and it starts only once, so it goes on with 6 A in between: 11
   * and 6.86 kWh for 0.10, 4.14 for 0.30.
   */
  @Test
  void oneStartOnly() {
    var problem =
        hours(3)
            .buyingAt(0.10, 0.30, 0.10)
            .with(aGuest("guest", 22).connected(0, 3).atLeastKw(4.14, 0).startingAtMost(1));

    Known.best(problem).nothingMissing().costs(17.86 * 0.10 + 4.14 * 0.30);
  }
}
