package energy.setpoint.optimizer.goal;

import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.optimizer.Planned;
import org.junit.jupiter.api.Test;

/** The bound that comes with a plan. */
class BoundOfPlansTest {

  @Test
  void isTheCostOfAnOptimalPlanThoughCalmHadTheLastWord() {
    var problem =
        hours(4)
            .importLimitKw(6)
            .sellingAt(0.05)
            .solarKw("main", 0, 3, 9, 0)
            .with(aVehicle("van").connected(0, 4).holding(0).wanting(15));

    var planned = Planned.of(problem);

    assertThat(planned.plan().report().bound()).isPresent();
    assertThat(planned.plan().report().bound().getAsDouble())
        .isEqualTo(planned.cost(), within(1e-6));
  }

  @Test
  void isTheCostOfAnOptimalPlanThatLeavesSomethingMissing() {
    var problem =
        hours(3)
            .importLimitKw(5)
            .buyingAt(0.3, 0.2, 0.1)
            .with(aVehicle("van").connected(0, 3).holding(0).wanting(15))
            .with(aVehicle("car").connected(0, 2).holding(0).wanting(10));

    var planned = Planned.of(problem);

    assertThat(planned.plan().report().bound().getAsDouble())
        .isEqualTo(planned.cost(), within(1e-6));
  }
}
