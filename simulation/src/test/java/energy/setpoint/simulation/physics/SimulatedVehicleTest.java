package energy.setpoint.simulation.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Supply;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SimulatedVehicleTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Connection AC =
      new Connection(Supply.AC, 3, Voltage.ofVolts(230), Current.ofAmps(6), false);
  private static final Connection DC =
      new Connection(Supply.DC, 3, Voltage.ofVolts(230), Current.ZERO, true);

  @Test
  void followsANewLimitAfterItsReactionTimeAndWithItsRamp() {
    var van =
        new SimulatedVehicle(VehicleModel.van().withReaction(Duration.ofSeconds(2)), soc(0.4));

    double[] amps = live(van, Offer.upTo(Current.ofAmps(16)), AC, 5);

    assertThat(amps).containsExactly(0, 0, 8, 15.942, 15.942);
  }

  @Test
  void staysWithinTheOldLimitNoLongerThanItsReactionTime() {
    var van =
        new SimulatedVehicle(VehicleModel.van().withReaction(Duration.ofSeconds(2)), soc(0.4));
    live(van, Offer.upTo(Current.ofAmps(16)), AC, 10);

    double[] amps = live(van, Offer.upTo(Current.ofAmps(10)), AC, 4);

    assertThat(amps).containsExactly(15.942, 15.942, 10, 10);
  }

  /** IEC 61851-1, from the largest current to a pause. */
  @Test
  void isWithinANewLimitAfterFiveSecondsAtMost() {
    var slowest = VehicleModel.van().withAc(Power.ofKilowatts(22.08), 3);
    var van = new SimulatedVehicle(slowest.withReaction(Duration.ofSeconds(4)), soc(0.4));
    live(van, Offer.upTo(Current.ofAmps(32)), AC, 20);

    double[] amps = live(van, Offer.upTo(Current.ZERO), AC, 5);

    assertThat(amps).containsExactly(32, 32, 32, 32, 0);
  }

  @Test
  void pausesBelowSixAmperesAndTakesExactlySix() {
    var van = new SimulatedVehicle(VehicleModel.van(), soc(0.4));

    double[] below = live(van, Offer.upTo(Current.ofAmps(5.9)), AC, 10);
    double[] six = live(van, Offer.upTo(Current.ofAmps(6)), AC, 10);

    assertThat(below).containsOnly(0);
    assertThat(six[9]).isEqualTo(6);
  }

  @Test
  void takesLessAsItFillsAboveEightyPercentAndNothingWhenFull() {
    // So large that a minute of charging does not move it along its curve.
    var model = VehicleModel.van().withCapacity(Energy.ofKilowattHours(100_000));
    var at80 = new SimulatedVehicle(model, soc(0.8));
    var at90 = new SimulatedVehicle(model, soc(0.9));
    var full = new SimulatedVehicle(model, soc(1));
    var plenty = Offer.upTo(Current.ofAmps(200));

    double power80 = 3 * 230 * live(at80, plenty, DC, 60)[59];
    double power90 = 3 * 230 * live(at90, plenty, DC, 60)[59];
    double[] nothing = live(full, plenty, DC, 10);

    assertThat(power80).isCloseTo(80_000, within(100.0));
    assertThat(power90).isCloseTo(0.525 * 80_000, within(100.0));
    assertThat(nothing).containsOnly(0);
  }

  @Test
  void startsOnlyWhenItIsOfferedCurrentAgain() {
    var sleeper =
        new SimulatedVehicle(
            VehicleModel.van().withTemper(new Temper(2, 1, Current.ZERO)), soc(0.4));

    double[] first = live(sleeper, Offer.upTo(Current.ofAmps(16)), AC, 60);
    live(sleeper, Offer.upTo(Current.ZERO), AC, 10);
    double[] second = live(sleeper, Offer.upTo(Current.ofAmps(16)), AC, 60);

    assertThat(first).containsOnly(0);
    assertThat(second[59]).isEqualTo(15.942);
  }

  @Test
  void fallsAsleepInALongPause() {
    var sleeper =
        new SimulatedVehicle(
            VehicleModel.van().withTemper(new Temper(1, 2, Current.ZERO)), soc(0.4));
    live(sleeper, Offer.upTo(Current.ofAmps(16)), AC, 60);

    live(sleeper, Offer.upTo(Current.ZERO), AC, 120);
    double[] resumed = live(sleeper, Offer.upTo(Current.ofAmps(16)), AC, 60);

    assertThat(resumed).containsOnly(0);
  }

  @Test
  void takesMoreThanItMay() {
    var greedy =
        new SimulatedVehicle(
            VehicleModel.van().withTemper(new Temper(1, 1, Current.ofAmps(3))), soc(0.4));

    double[] amps = live(greedy, Offer.upTo(Current.ofAmps(8)), AC, 60);

    assertThat(amps[59]).isEqualTo(11);
  }

  @Test
  void storesWhatItTakesLessItsLosses() {
    var van = new SimulatedVehicle(VehicleModel.van(), soc(0.4));
    live(van, Offer.upTo(Current.ofAmps(16)), AC, 60);
    double before = van.soc().fraction();

    live(van, Offer.upTo(Current.ofAmps(16)), AC, 3600);

    double stored = (van.soc().fraction() - before) * 75_000;
    assertThat(stored).isCloseTo(11_000 * 0.92, within(5.0));
  }

  @Test
  void givesBackOnANegativeSetpointUntilItsLowestCharge() {
    var model =
        VehicleModel.van()
            .withCapacity(Energy.ofKilowattHours(50))
            .withFeedIn(Power.ofKilowatts(10), soc(0.3));
    var car = new SimulatedVehicle(model, soc(0.31));
    var order = Offer.follow(Current.ofAmps(-10), Current.ofAmps(32));

    double[] amps = live(car, order, DC, 600);

    assertThat(amps[60]).isEqualTo(-10);
    assertThat(amps[599]).isZero();
    assertThat(car.soc().fraction()).isCloseTo(0.3, within(0.001));
  }

  @Test
  void ignoresANegativeSetpointWhenItCannotFeedBack() {
    var van = new SimulatedVehicle(VehicleModel.van(), soc(0.8));

    double[] amps = live(van, Offer.follow(Current.ofAmps(-10), Current.ofAmps(32)), DC, 20);

    assertThat(amps).containsOnly(0);
  }

  private static double[] live(
      SimulatedVehicle v, Offer offer, Connection connection, int seconds) {
    double[] amps = new double[seconds];
    for (int i = 0; i < seconds; i++) {
      amps[i] = v.advance(SECOND, offer, connection).amps();
    }
    return amps;
  }

  private static StateOfCharge soc(double fraction) {
    return new StateOfCharge(fraction);
  }
}
