package energy.setpoint.app.storage.json;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.app.storage.Samples;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.SolveReport;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanJsonTest {

  @Test
  void readsAPlanToTheLastBit() {
    Plan plan = Samples.plan("p-1");

    assertThat(PlanJson.read(PlanJson.write(plan))).isEqualTo(plan);
  }

  @Test
  void readsAPlanForAnEmptyYard() {
    Plan full = Samples.plan("p-1");
    Plan empty =
        new Plan(
            full.id(),
            full.site(),
            full.createdAt(),
            full.grid(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            full.uncontrolled(),
            full.solar(),
            full.gridPower(),
            full.cost(),
            List.of(),
            new SolveReport(
                "GLOP", SolveReport.Status.OPTIMAL, Optional.empty(), full.report().elapsed()),
            Optional.empty());

    assertThat(PlanJson.read(PlanJson.write(empty))).isEqualTo(empty);
  }

  @Test
  void readsANeedToTheLastBit() {
    assertThat(NeedJson.read(NeedJson.write(Samples.need()))).isEqualTo(Samples.need());
  }
}
