package energy.setpoint.optimizer.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LinearModelTest {

  @Test
  void canBeReadAloud() {
    LinearModel model = new LinearModel();
    Variable a = model.variable("charge", "vehicle van", 0, 0, 11);
    Variable b = model.variable("charge", "vehicle bus", 0, 0, 22);

    model.atMost("import limit", 0, new Terms().plus(a).plus(b, 2), 30);

    assertThat(model)
        .hasToString(
            """
            0.0 <= charge[vehicle van,0] <= 11.0
            0.0 <= charge[vehicle bus,0] <= 22.0
            import limit @0: -Infinity <= + 1.0 charge[vehicle van,0] + 2.0 charge[vehicle bus,0] <= 30.0
            """);
  }

  @Test
  void refusesAVariableTwiceInARowAndNamesBoth() {
    LinearModel model = new LinearModel();
    Variable a = model.variable("charge", 0, 11);

    assertThatThrownBy(() -> model.atMost("limit", -1, new Terms().plus(a).plus(a), 30))
        .hasMessage("charge occurs twice in limit.");
  }

  @Test
  void refusesCrossedBounds() {
    LinearModel model = new LinearModel();

    assertThatThrownBy(() -> model.variable("charge", 1, 0))
        .hasMessage("charge cannot lie between 1.0 and 0.0.");
    assertThatThrownBy(() -> model.row("limit", -1, 2, new Terms(), 1))
        .hasMessage("Row limit cannot lie between 2.0 and 1.0.");
  }
}
