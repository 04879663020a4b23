package energy.setpoint.core.control.guard;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.control.ControlSettings;
import energy.setpoint.core.control.NeedBook;
import energy.setpoint.core.plan.CostBreakdown;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanId;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.plan.VehiclePlan;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.session.GuestNeed;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.SiteId;
import energy.setpoint.core.site.Supply;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishesTest {

  private static final Instant NOW = Instant.parse("2026-01-05T18:00:00Z");
  private static final Voltage VOLTAGE = Voltage.ofVolts(230);
  private static final Evse EVSE =
      new Evse(
          EvseRef.of("s1", 1),
          Supply.AC,
          List.of(Phase.values()),
          Current.ofAmps(6),
          Current.ofAmps(32),
          false);

  private final Wishes wishes = new Wishes(VOLTAGE, ControlSettings.DEFAULTS);

  @ParameterizedTest
  @CsvSource({
    "0.0, 0.0",
    "2.9, 0.0",
    "3.0, 6.0",
    "5.9, 6.0",
    "7.0, 7.0",
    "7.04, 7.1",
    "40.0, 32.0",
    "-10.0, -10.0",
    "-40.0, -32.0"
  })
  void turnsAPlannedCurrentIntoOneThatTheEvseCanSet(double plannedAmps, double amps) {
    var session = staying(Duration.ofHours(8));

    var wish = wish(session, plan(session, plannedAmps), NOW);

    assertThat(wish.perPhase()).isEqualTo(Current.ofAmps(amps));
  }

  @Test
  void givesAnUrgentVehicleTheMinimumRatherThanNothing() {
    var session = staying(Duration.ofMinutes(30));

    var wish = wish(session, plan(session, 1), NOW);

    assertThat(wish.urgency()).isGreaterThan(0.9);
    assertThat(wish.perPhase()).isEqualTo(Current.ofAmps(6));
  }

  @Test
  void givesAVehicleThatLeavesWithinTheStepItsEnergyBeforeItGoes() {
    // A tenth of eight minutes is margin, which leaves 432 of the 900 seconds.
    var session = staying(Duration.ofMinutes(8));

    var wish = wish(session, plan(session, 6), NOW);

    assertThat(wish.perPhase()).isEqualTo(Current.ofAmps(6 * 900 / 432.0));
  }

  @Test
  void pausesAVehicleThatHasTakenItsShareOfAStepSoonerAndStays() {
    var session = staying(Duration.ofMinutes(8));

    var wish = wish(session, plan(session, 6), NOW.plusSeconds(432));

    assertThat(wish.perPhase()).isEqualTo(Current.ZERO);
  }

  @Test
  void pausesAVehicleThatThePlanHasServedBeforeItGoes() {
    var session = staying(Duration.ofMinutes(8));

    var wish = wish(session, plan(session, 6), NOW.plus(Duration.ofMinutes(15)));

    assertThat(wish.perPhase()).isEqualTo(Current.ZERO);
  }

  @Test
  void waitsThreeMinutesForAPlanThatKnowsTheVehicle() {
    var session = staying(Duration.ofHours(8));
    var planOfOthers = plan(staying(Duration.ofHours(8)), 16);

    var soon = wish(session, planOfOthers, NOW.plusSeconds(179));
    var later = wish(session, planOfOthers, NOW.plusSeconds(180));

    assertThat(soon.perPhase()).isEqualTo(Current.ZERO);
    assertThat(later.perPhase()).isEqualTo(Current.ofAmps(32));
  }

  @Test
  void followsNoPlanThatIsTooOld() {
    var session = staying(Duration.ofHours(8));
    var plan = plan(session, 10);
    Instant end = NOW.plus(ControlSettings.DEFAULTS.planMaxAge());

    var before = wish(session, plan, end.minusSeconds(1));
    var after = wish(session, plan, end);

    assertThat(before.perPhase()).isEqualTo(Current.ofAmps(10));
    assertThat(after.perPhase()).isEqualTo(Current.ofAmps(32));
  }

  private Wish wish(ChargingSession session, Plan plan, Instant at) {
    return wishes.of(session, session.delivered(), EVSE, 3, Optional.of(plan), at);
  }

  /** A guest that has just come. */
  private static ChargingSession staying(Duration stay) {
    var guest = new GuestNeed(Energy.ofKilowattHours(20), stay, Power.ofKilowatts(22), 3);
    return new ChargingSession(
        SessionId.random(),
        EVSE.ref(),
        "tx-1",
        Optional.empty(),
        NOW,
        Optional.empty(),
        new NeedBook(List.of(), guest, ZoneOffset.UTC).initial(Optional.empty(), NOW),
        Optional.empty(),
        Energy.ZERO,
        Optional.empty());
  }

  /** The same mean current in each quarter of the next hour. */
  private static Plan plan(ChargingSession session, double amps) {
    var grid = TimeGrid.uniform(NOW, Duration.ofMinutes(15), 4);
    var power = PowerCurve.constant(grid, Current.ofAmps(amps).at(VOLTAGE, 3));
    var nothing = PowerCurve.zero(grid);
    return new Plan(
        PlanId.random(),
        new SiteId("depot"),
        NOW,
        grid,
        List.of(new VehiclePlan(session.id(), session.evse(), power)),
        List.of(),
        List.of(),
        List.of(),
        nothing,
        nothing,
        power,
        new CostBreakdown(List.of(), 0),
        List.of(),
        new SolveReport("test", SolveReport.Status.OPTIMAL, Optional.empty(), Duration.ZERO),
        Optional.empty());
  }
}
