package energy.setpoint.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Depots of sixty vehicles, a fifth of which feed back, with a battery, sun and a peak price: too
 * large for a search with whole numbers, so their plans come from rounding alone.
 */
class CurrentStepsTest {

  @Test
  void halfADepotInStepsOfOneAmpereComesCloseToWhatIsProven() {
    var planned = Planned.of(SwitchingLadder.depot(60, 7, true, 0, 0.5));

    assertThat(planned.plan().gap().orElse(1)).isLessThan(0.0025);
  }

  @Test
  void aDepotInStepsThatMayHardlyStartComesCloseToWhatIsProven() {
    var planned = Planned.of(SwitchingLadder.depot(60, 7, true, 1, 1));

    assertThat(planned.plan().gap().orElse(1)).isLessThan(0.004);
  }
}
