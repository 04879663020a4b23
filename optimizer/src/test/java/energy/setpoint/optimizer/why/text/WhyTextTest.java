package energy.setpoint.optimizer.why.text;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.plan.why.WhyDevice;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.optimizer.Optimizers;
import energy.setpoint.optimizer.Planned;
import energy.setpoint.optimizer.why.Explanation;
import energy.setpoint.optimizer.why.Explanations;
import energy.setpoint.optimizer.why.WhatIf;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** What people read. */
class WhyTextTest {

  private static final Duration PLENTY = Duration.ofMinutes(5);

  @Test
  void aVehiclesNightReadsLikeThis() {
    var problem =
        hours(6)
            .buyingAt(0.30, 0.30, 0.12, 0.12, 0.15, 0.30)
            .circuit("west", "main", 32)
            .with(aVehicle("bus").on("west").connected(1, 5).holding(0).wanting(30).atMostKw(22))
            .with(aVehicle("van").on("west").connected(0, 6).holding(0).wanting(24).atMostKw(11));
    Planned planned = Planned.of(problem);

    String text = text(planned, "UTC").of(vehicle(planned, "van"));

    assertThat(text)
        .isEqualTo(
            """
            van: one kWh more would cost 0.150, one less would save 0.150.
              00:00-02:00     0.0 kW  Energy costs 0.300; from 02:00 it is charged at up to 0.150.
              02:00-03:00     3.2 kW  Fuse L1 of circuit west is full and adds 0.030: energy costs 0.150 here, and is worth 0.150.
              03:00-04:00    11.0 kW  Takes all it can: energy costs 0.150, and is worth 0.150.
              04:00-05:00     9.8 kW  Takes the rest here, in the dearest step that it uses: 0.150.
              05:00-06:00     0.0 kW  Energy costs 0.300; at 04:00 it was charged at up to 0.150.
            """);
  }

  @Test
  void aShortfallReadsLikeThisWithTheClockOnSite() {
    var problem =
        hours(6)
            .circuit("west", "main", 10)
            .with(aVehicle("bus7").on("west").connected(0, 2).holding(0).wanting(22));
    Planned planned = Planned.of(problem);

    String text =
        text(planned, "Europe/Berlin").of(explanation(planned).shortfalls(PLENTY).getFirst());

    assertThat(text)
        .isEqualTo(
            "bus7 leaves 8.2 kWh short at 03:00: fuse L1 of circuit west is reached in 2 of its"
                + " steps. 6 A more on fuse L1, L2 and L3 of circuit west (next rating: 16 A), or"
                + " leaving 75 min later, at 04:15, would meet it.");
  }

  @Test
  void anImpossibleNeedReadsLikeThis() {
    var problem =
        hours(6).with(aVehicle("van").connected(0, 2).holding(0).wanting(40).atMostKw(11));
    Planned planned = Planned.of(problem);

    String text = text(planned, "UTC").of(explanation(planned).shortfalls(PLENTY).getFirst());

    assertThat(text)
        .isEqualTo(
            "van leaves 18.0 kWh short at 02:00, even at full power all the time. Leaving 105 min"
                + " later, at 03:45, or charging with 20.0 kW, would meet it.");
  }

  @Test
  void aBatterysDayReadsLikeThis() {
    var problem =
        hours(4)
            .buyingAt(0.10, 0.20, 0.40, 0.20)
            .sellingAt(0.05)
            .loadKw("main", 3)
            .with(aBattery("battery").of(4).atMostKw(5).efficiency(0.9));
    Planned planned = Planned.of(problem);

    String text =
        text(planned, "UTC").of(explanation(planned).find(new DeviceId("battery")).orElseThrow());

    assertThat(text)
        .contains("Holds all that it wants or can.")
        .contains("Rests: energy costs")
        .contains("Covers what the site uses");
  }

  @Test
  void aChangeReadsLikeThis() {
    var problem =
        hours(3)
            .buyingAt(0.30, 0.20, 0.10)
            .with(aVehicle("van").connected(0, 2).holding(0).wanting(11));
    Planned planned = Planned.of(problem);
    WhatIf whatIf = new WhatIf(explanation(planned), Optimizers.linearWithFallback());
    SessionId van = new SessionId("van");
    WhyText text = text(planned, "UTC");

    assertThat(text.of(whatIf.leavesLater(van, Duration.ofHours(1), PLENTY).orElseThrow()))
        .isEqualTo("If van leaves 60 min later, that saves 1.10 (planned anew).");
    assertThat(text.of(whatIf.leavesLater(van, Duration.ofMinutes(-90), PLENTY).orElseThrow()))
        .isEqualTo(
            "If van leaves 90 min earlier, that saves 0.55 and leaves 5.5 kWh more short (planned"
                + " anew).");
    assertThat(text.of(whatIf.wantsLittleMore(van, Energy.ofKilowattHours(1)).orElseThrow()))
        .isEqualTo(
            "If van wants 1.0 kWh more, that costs 0.30 (estimated from the plan's prices).");
  }

  private static Explanation explanation(Planned planned) {
    return Explanations.of(planned.problem(), planned.plan());
  }

  private static WhyDevice vehicle(Planned planned, String session) {
    return explanation(planned).find(new SessionId(session)).orElseThrow();
  }

  private static WhyText text(Planned planned, String zone) {
    return new WhyText(planned.problem().grid(), ZoneId.of(zone));
  }
}
