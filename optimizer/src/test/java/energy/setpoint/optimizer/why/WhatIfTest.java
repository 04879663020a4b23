package energy.setpoint.optimizer.why;

import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.plan.why.WhyChange;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.optimizer.Optimizers;
import energy.setpoint.optimizer.Planned;
import energy.setpoint.testkit.plan.ProblemBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What other wishes would cost. */
class WhatIfTest {

  private static final Duration PLENTY = Duration.ofMinutes(5);
  private static final Duration AN_HOUR = Duration.ofHours(1);
  private static final SessionId VAN = new SessionId("van");

  @Test
  void anHourLaterSavesWhatTheCheaperHourSaves() {
    WhatIf whatIf = aVanFor(2, 11);

    WhyChange later = whatIf.leavesLater(VAN, AN_HOUR, PLENTY).orElseThrow();

    assertThat(later.cost()).isEqualTo(11 * (0.10 - 0.20), within(1e-6));
    assertThat(later.missing().wattHours()).isZero();
    assertThat(later.proven()).isTrue();
    assertThat(later.what()).isEqualTo("van leaves 60 min later");
  }

  @Test
  void anHourEarlierCostsWhatTheDearerHourCosts() {
    WhatIf whatIf = aVanFor(3, 11);

    WhyChange earlier = whatIf.leavesLater(VAN, AN_HOUR.negated(), PLENTY).orElseThrow();

    assertThat(earlier.cost()).isEqualTo(11 * (0.20 - 0.10), within(1e-6));
  }

  @Test
  void anHourEarlierMayLeaveANeedUnmet() {
    WhatIf whatIf = aVanFor(2, 22);

    WhyChange earlier = whatIf.leavesLater(VAN, AN_HOUR.negated(), PLENTY).orElseThrow();

    assertThat(earlier.missing().kilowattHours()).isEqualTo(11, within(1e-3));
  }

  @Test
  void leavingBeforeArrivingIsNoQuestion() {
    WhatIf whatIf = aVanFor(1, 5);

    assertThat(whatIf.leavesLater(VAN, AN_HOUR.negated(), PLENTY)).isEmpty();
    assertThat(whatIf.leavesLater(new SessionId("nobody"), AN_HOUR, PLENTY)).isEmpty();
  }

  @Test
  void aLittleMoreCostsByThePlansPricesWhatItCostsPlannedAnew() {
    WhatIf whatIf = aVanFor(3, 15);
    Energy oneMore = Energy.ofKilowattHours(1);

    WhyChange estimated = whatIf.wantsLittleMore(VAN, oneMore).orElseThrow();
    WhyChange planned = whatIf.wantsMore(VAN, oneMore, PLENTY).orElseThrow();

    assertThat(estimated.cost()).isEqualTo(0.20, within(1e-6));
    assertThat(planned.cost()).isEqualTo(0.20, within(1e-6));
    assertThat(estimated.planned()).isFalse();
    assertThat(planned.planned()).isTrue();
  }

  @Test
  void muchMoreCostsAtLeastWhatThePricesTell() {
    WhatIf whatIf = aVanFor(3, 15);
    Energy muchMore = Energy.ofKilowattHours(12);

    double estimated = whatIf.wantsLittleMore(VAN, muchMore).orElseThrow().cost();
    double planned = whatIf.wantsMore(VAN, muchMore, PLENTY).orElseThrow().cost();

    assertThat(planned).isEqualTo(7 * 0.20 + 5 * 0.30, within(1e-6));
    assertThat(planned).isGreaterThan(estimated);
  }

  private static WhatIf aVanFor(double untilHour, double kilowattHours) {
    ProblemBuilder problem =
        hours(4)
            .buyingAt(0.30, 0.20, 0.10, 0.30)
            .with(aVehicle("van").connected(0, untilHour).holding(0).wanting(kilowattHours));
    Planned planned = Planned.of(problem);
    return new WhatIf(
        Explanations.of(planned.problem(), planned.plan()), Optimizers.linearWithFallback());
  }
}
