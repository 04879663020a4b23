package energy.setpoint.optimizer.known;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aGuest;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What fuses, transformers and the grid connection allow. */
class NetworkTest {

  /**
   * A phase of 16 A carries 16 · 230 = 3.68 kW. Three phases carry 11.04 kW, but a car on L1 alone
   * does not get more than its phase.
   */
  @Test
  void perPhaseLimit() {
    Known.best(Examples.perPhaseLimit())
        .vehicle("one", 3.68, 3.68)
        .vehicle("other", 3.68, 0)
        .costs((7.36 + 3.68) * 0.30);
  }

  /** Three cars on the same phase share its 3.68 kW; each misses two thirds of 3.68 kWh. */
  @Test
  void threeCarsOnOnePhase() {
    var problem =
        hours(1)
            .mainFuse(16)
            .with(aGuest("a", 3.68).connected(0, 1).loading(Phase.L1))
            .with(aGuest("b", 3.68).connected(0, 1).loading(Phase.L1))
            .with(aGuest("c", 3.68).connected(0, 1).loading(Phase.L1));

    Known.best(problem)
        .missing("a", 3.68 * 2 / 3)
        .missing("b", 3.68 * 2 / 3)
        .missing("c", 3.68 * 2 / 3)
        .costs(3.68 * 0.30);
  }

  /** The same cars with rotated phases have 3.68 kW each. */
  @Test
  void threeCarsOnRotatedPhases() {
    var problem =
        hours(1)
            .mainFuse(16)
            .with(aGuest("a", 3.68).connected(0, 1).loading(Phase.L1))
            .with(aGuest("b", 3.68).connected(0, 1).loading(Phase.L2))
            .with(aGuest("c", 3.68).connected(0, 1).loading(Phase.L3));

    Known.best(problem).nothingMissing().costs(3 * 3.68 * 0.30);
  }

  /**
   * 32 A carry 22.08 kW, the 16 A below them 11.04 kW. In the cheap hour the car behind 16 A gets
   * 11.04 kW and the other one as much; 3.96 kWh are left for the dear hour.
   */
  @Test
  void nestedFuses() {
    Known.best(Examples.nestedFuses())
        .vehicle("garage", 11.04, 3.96)
        .vehicle("yard", 11.04, 0)
        .costs(22.08 * 0.10 + 3.96 * 0.30);
  }

  /** All three phases together stay below 20 kVA, though the fuses would carry more. */
  @Test
  void transformer() {
    var problem =
        hours(2)
            .buyingAt(0.10, 0.30)
            .limiting("main", Optional.of(Power.ofKilowatts(20)), Optional.empty())
            .with(aGuest("guest", 30).connected(0, 2).atMostKw(22));

    Known.best(problem).vehicle("guest", 20, 10).costs(2.00 + 3.00);
  }

  /** Phases may differ by 10 A, 2.3 kW; a car on one phase alone is not given more. */
  @Test
  void imbalance() {
    var problem =
        hours(1)
            .limiting("main", Optional.empty(), Optional.of(Current.ofAmps(10)))
            .with(aGuest("guest", 3.68).connected(0, 1).loading(Phase.L1));

    Known.best(problem).vehicle("guest", 2.3).missing("guest", 1.38).costs(0.69);
  }

  /** Of 10 kW of sun 2 are used and 3 may be sold; 5 are not produced. */
  @Test
  void exportCap() {
    Known.best(Examples.exportCap()).grid(-3).costs(-0.30);
  }

  /**
   * The sun alone feeds 10 kW into a connection of 3. The battery takes the 5 kW that it can,
   * before any money, and nothing but a word can be done about the 2 kW that are left.
   */
  @Test
  void exportCapBrokenByTheSun() {
    var problem =
        hours(1).exportLimitKw(3).solarKw("main", 10).with(aBattery("battery").of(10).atMostKw(5));

    Known.best(problem)
        .battery("battery", 5)
        .grid(-5)
        .costs(-0.50)
        .saying("the export limit is exceeded by up to 2.0 kW");
  }

  /**
   * 6 kW for 2 hours are 12 of the 18 kWh that are lacking. Both miss the same share of what they
   * lack, a third: 4 of 12 and 2 of 6.
   */
  @Test
  void tooSmallASite() {
    Known.best(Examples.tooSmallASite()).missing("van", 4).missing("car", 2).costs(12 * 0.30);
  }

  /**
   * Sun does not count as room for charging when it is not relied upon. The connection has 5 kW, so
   * the van gets 5 kW, and the 5 kW of sun supply them for nothing.
   */
  @Test
  void sunThatIsNotReliedUpon() {
    var problem =
        hours(1)
            .importLimitKw(5)
            .solarKw("main", 5)
            .reliefCredit(0)
            .with(aGuest("guest", 10).connected(0, 1));

    Known.best(problem).vehicle("guest", 5).missing("guest", 5).grid(0).costs(0);
  }

  /** Counted in full, the same sun makes room for 10 kW. */
  @Test
  void sunThatIsReliedUpon() {
    var problem =
        hours(1)
            .importLimitKw(5)
            .solarKw("main", 5)
            .reliefCredit(1)
            .with(aGuest("guest", 10).connected(0, 1));

    Known.best(problem).vehicle("guest", 10).nothingMissing().grid(5).costs(1.50);
  }

  /** A connection that is closed for an hour leaves only the other hour. */
  @Test
  void noImportForAnHour() {
    var problem =
        hours(2)
            .importLimitKw(0, 11)
            .buyingAt(0.10, 0.30)
            .with(aVehicle("van").connected(0, 2).holding(0).wanting(15));

    Known.best(problem).vehicle("van", 0, 11).missing("van", 4).costs(3.30);
  }
}
