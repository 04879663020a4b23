package energy.setpoint.optimizer.promise;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.ProblemBuilder.START;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.plan.SolveReport.Status;
import energy.setpoint.core.plan.money.CostItem.Kind;
import energy.setpoint.core.plan.part.GridEvent;
import energy.setpoint.core.plan.part.GridEvent.Obligation;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.Interval;
import energy.setpoint.optimizer.Planned;
import energy.setpoint.testkit.plan.VehicleBuilder;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GridEventsTest {

  private static final Obligation MANDATORY = new Obligation.Mandatory();

  private static Obligation paid(double reward, double perKilowattHour) {
    return new Obligation.Paid(reward, EnergyPrice.ofKilowattHour(perKilowattHour));
  }

  private static Interval from(double hour, double untilHour) {
    return new Interval(
        START.plusSeconds(Math.round(hour * 3600)),
        START.plusSeconds(Math.round(untilHour * 3600)));
  }

  private static GridEvent cap(double kilowatts, Obligation obligation) {
    return GridEvent.cap("cap", from(0, 1), Power.ofKilowatts(kilowatts), obligation);
  }

  private static VehicleBuilder van(double kilowattHours) {
    return aVehicle("van").connected(0, 2).holding(0).wanting(kilowattHours);
  }

  @Test
  void aMandatoryCapComesBeforeNeeds() {
    var planned = Planned.of(hours(2).with(cap(4, MANDATORY)).with(van(22)));

    assertThat(planned.vehicleKw("van")).containsExactly(4, 11);
    assertThat(planned.missingKwh("van")).isEqualTo(7, within(1e-3));
  }

  @Test
  void aMandatoryCapComesBeforeNeedsOfAnyWeightAndBeforeEssentials() {
    var planned =
        Planned.of(hours(2).with(cap(4, MANDATORY)).with(van(22).essentialKwh(22).weighing(1000)));

    assertThat(planned.vehicleKw("van")).containsExactly(4, 11);
  }

  @Test
  void aMandatoryMinimumMakesTheSiteTakeWhatItCanUse() {
    var minimum = GridEvent.minimum("minimum", from(0, 1), Power.ofKilowatts(12), MANDATORY);
    var problem =
        hours(2)
            .buyingAt(0.5, 0.1)
            .with(minimum)
            .with(van(11))
            .with(aBattery("battery").of(10).holding(0).atMostKw(5));

    var planned = Planned.of(problem);

    assertThat(planned.gridKw()[0]).isGreaterThanOrEqualTo(12 - 1e-3);
  }

  @Test
  void aNegativeCapDemandsExport() {
    var problem =
        hours(2)
            .with(cap(-3, MANDATORY))
            .with(aBattery("battery").of(10).holding(10).atMostKw(5).restWorth(5));

    var planned = Planned.of(problem);

    assertThat(planned.batteryKw("battery")[0]).isEqualTo(-3, within(1e-3));
  }

  @Test
  void limitsComeBeforeAMandatoryEvent() {
    var minimum = GridEvent.minimum("minimum", from(0, 1), Power.ofKilowatts(12), MANDATORY);

    var planned = Planned.of(hours(2).importLimitKw(8).with(minimum).with(van(22)));

    assertThat(planned.gridKw()[0]).isEqualTo(8, within(1e-3));
  }

  @Test
  void aCapBelowTheLoadIsObeyedAsFarAsPossibleAndTheRestIsStillBest() {
    var problem =
        hours(2).buyingAt(0.2, 0.3).loadKw("main", 6).with(cap(4, MANDATORY)).with(van(11));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("van")).containsExactly(0, 11);
    assertThat(planned.status()).isEqualTo(Status.OPTIMAL);
  }

  @Test
  void dispatchIsHeldWithinItsTolerance() {
    var dispatch =
        GridEvent.dispatch(
            "dispatch", from(0, 1), Power.ofKilowatts(6), Power.ofKilowatts(0.5), MANDATORY);

    var cheap = Planned.of(hours(2).buyingAt(0.1, 0.3).with(dispatch).with(van(11)));
    var dear = Planned.of(hours(2).buyingAt(0.3, 0.1).with(dispatch).with(van(11)));

    assertThat(cheap.gridKw()[0]).isEqualTo(6.5, within(1e-3));
    assertThat(dear.gridKw()[0]).isEqualTo(5.5, within(1e-3));
  }

  @Test
  void aPaidEventIsObeyedWhenThePenaltyIsDearerThanWaiting() {
    var problem = hours(2).buyingAt(0.10, 0.30).with(cap(4, paid(1, 0.25))).with(van(11));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("van")).containsExactly(4, 7);
    assertThat(planned.cost()).isEqualTo(4 * 0.10 + 7 * 0.30 - 1, within(1e-6));
  }

  @Test
  void aPaidEventIsBrokenWhenThatIsCheaper() {
    var problem = hours(2).buyingAt(0.10, 0.30).with(cap(4, paid(1, 0.15))).with(van(11));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("van")).containsExactly(11, 0);
    assertThat(planned.plan().cost().sum(Set.of(Kind.EVENT))).isEqualTo(7 * 0.15 - 1, within(1e-6));
  }

  @Test
  void noPaidEventCostsAnybodyHisNeed() {
    var planned = Planned.of(hours(2).with(cap(4, paid(0, 1000))).with(van(22)));

    assertThat(planned.missingKwh("van")).isZero();
  }

  @Test
  void theTighterOfTwoEventsAtOnceCounts() {
    var second = GridEvent.cap("second", from(0, 2), Power.ofKilowatts(3), MANDATORY);

    var planned = Planned.of(hours(2).with(cap(4, MANDATORY)).with(second).with(van(22)));

    assertThat(planned.vehicleKw("van")).containsExactly(3, 3);
  }

  @Test
  void eventsThatContradictEachOtherLeaveThePowerBetweenThem() {
    var minimum = GridEvent.minimum("minimum", from(0, 1), Power.ofKilowatts(9), MANDATORY);

    var planned = Planned.of(hours(2).with(cap(4, MANDATORY)).with(minimum).with(van(11)));

    assertThat(planned.gridKw()[0]).isBetween(4 - 1e-3, 9 + 1e-3);
    assertThat(planned.missingKwh("van")).isZero();
  }

  @Test
  void aMandatoryEventComesBeforeAPaidOne() {
    var more = GridEvent.minimum("more", from(0, 1), Power.ofKilowatts(9), paid(0, 1000));

    var planned = Planned.of(hours(2).with(cap(4, MANDATORY)).with(more).with(van(22)));

    assertThat(planned.gridKw()[0]).isEqualTo(4, within(1e-3));
  }

  @Test
  void aStepObeysAnEventThatCoversTheGreaterPartOfIt() {
    var most = GridEvent.cap("most", from(0, 0.6), Power.ofKilowatts(4), MANDATORY);
    var brief = GridEvent.cap("brief", from(1, 1.4), Power.ofKilowatts(4), MANDATORY);

    var planned = Planned.of(hours(2).with(most).with(brief).with(van(22)));

    assertThat(planned.vehicleKw("van")).containsExactly(4, 11);
  }
}
