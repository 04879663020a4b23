package energy.setpoint.core.guard;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.CircuitTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SiteLimitsTest {

  private static final CircuitId MAIN = new CircuitId("main");

  private static List<Limit> limits(Optional<Power> rating, PhaseCurrents occupied) {
    Circuit main =
        new Circuit(
            MAIN,
            Optional.empty(),
            PhaseCurrents.ofAmps(63, 63, 25),
            PhaseCurrents.ZERO,
            rating,
            Optional.of(Current.ofAmps(10)));
    return new SiteLimits(new CircuitTree(List.of(main)), Voltage.ofVolts(230))
        .list("import", Map.of(MAIN, occupied), Power.ofKilowatts(100));
  }

  @Test
  void leavesEachPhaseItsFuse() {
    List<Limit> limits = limits(Optional.empty(), PhaseCurrents.ofAmps(10, 0, 0));

    assertThat(limits)
        .extracting(Limit::name)
        .containsExactly("fuse main L1", "fuse main L2", "fuse main L3", "grid import");
    assertThat(limits).extracting(Limit::room).startsWith(53_000L, 63_000L, 25_000L);
  }

  @Test
  void givesEachPhaseAThirdOfTheTransformerWhereThatIsLessThanItsFuse() {
    List<Limit> limits =
        limits(Optional.of(Power.ofKilowatts(34.5)), PhaseCurrents.ofAmps(10, 0, 0));

    // 34.5 kVA / 3 / 230 V = 50 A
    assertThat(limits)
        .extracting(Limit::name)
        .startsWith("transformer main L1", "transformer main L2", "fuse main L3");
    assertThat(limits).extracting(Limit::room).startsWith(40_000L, 50_000L, 25_000L);
  }

  @Test
  void keepsThePhasesTogetherBelowTheRatingWhenOtherLoadsTakeMoreThanAThird() {
    List<Limit> limits =
        limits(Optional.of(Power.ofKilowatts(34.5)), PhaseCurrents.ofAmps(63, 0, 0));

    Limit together = limits.get(3);
    assertThat(together.name()).isEqualTo("transformer main");
    assertThat(together.phases()).hasSize(3);
    assertThat(together.room()).isEqualTo(150_000L - 63_000L);
  }

  @Test
  void roundsAThirdOfTheTransformerDown() {
    List<Limit> limits = limits(Optional.of(Power.ofKilowatts(10)), PhaseCurrents.ZERO);

    // 14.4927… A
    assertThat(limits.getFirst().room()).isEqualTo(14_492L);
  }
}
