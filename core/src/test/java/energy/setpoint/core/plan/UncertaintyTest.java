package energy.setpoint.core.plan;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import energy.setpoint.core.plan.Uncertainty.Scenario;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UncertaintyTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\t"})
  void aScenarioHasANameThatCanBeRead(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Scenario(name, 1, List.of(), List.of(), Set.of()))
        .withMessage("A scenario has a blank name; expected a readable one.");
  }
}
