package energy.setpoint.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.Ability;
import energy.setpoint.ocpp.dialect.trait.StationTraits.OperationMode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A bidirectional vehicle follows a plan with discharge, over a real socket with OCPP 2.1. */
@Timeout(120)
class VehicleToGridIT {

  private static final StationTraits STEADY =
      StationTraits.PLAIN_DC.with(OperationMode.CENTRAL_SETPOINT);
  private static final StationTraits MOVABLE = STEADY.with(Ability.DYNAMIC_PROFILES);

  /** Within an ampere on each phase, as an EVSE measures. */
  private static final double CLOSE_WATTS = 690;

  private static final int STEP_SECONDS = (int) OnePlace.PLAN_STEP.toSeconds();

  @Test
  void followsAPlanWithDischargeThroughCentralSetpoint() {
    try (var place = new OnePlace(STEADY, at -> minute(at) < 3 ? -9000 : 6900)) {
      place.plugIn();

      place.until("discharge", () -> isNear(place, -9000));
      place.live(30);
      double discharging = place.place().power().watts();
      place.until("charging", () -> isNear(place, 6900));
      place.live(30);

      assertThat(discharging).isCloseTo(-9000, within(CLOSE_WATTS));
      assertThat(place.place().power().watts()).isCloseTo(6900, within(CLOSE_WATTS));
      assertThat(place.sent("UpdateDynamicSchedule")).isZero();
      assertThat(place.sentTxProfiles()).isBetween(2L, 8L);
      assertThat(place.place().exported().wattHours()).isPositive();
    }
  }

  /** K28: one profile, and a short message for each change. */
  @Test
  void followsASetpointThatMovesEveryFewSecondsThroughADynamicProfile() {
    try (var place = new OnePlace(MOVABLE, VehicleToGridIT::wandering)) {
      place.plugIn();
      place.until("discharge", () -> place.sent("UpdateDynamicSchedule") > 0);
      place.live((int) (4L * STEP_SECONDS - place.now().getEpochSecond() % STEP_SECONDS));
      long profilesBefore = place.sentTxProfiles();
      long movesBefore = place.sent("UpdateDynamicSchedule");

      double worst = 0;
      int steps = 48;
      for (int step = 0; step < steps; step++) {
        place.live(STEP_SECONDS - 1);
        double wanted = wandering(place.now().minusSeconds(1));
        worst = Math.max(worst, Math.abs(place.place().power().watts() - wanted));
        place.live(1);
      }

      assertThat(worst).as("farthest from the setpoint, in W").isLessThan(CLOSE_WATTS);
      assertThat(place.sentTxProfiles() - profilesBefore).as("profiles").isZero();
      assertThat(place.sent("UpdateDynamicSchedule") - movesBefore)
          .as("moves")
          .isBetween(steps - 2L, steps + 4L);
      assertThat(place.ledger().confirmed()).isPresent();
      assertThat(place.ledger().disobedience()).isEmpty();
    }
  }

  @Test
  void installsTheSetpointAnewAfterTheConnectionWasLost() {
    try (var place = new OnePlace(MOVABLE, VehicleToGridIT::wandering)) {
      place.plugIn();
      place.until("moves", () -> place.sent("UpdateDynamicSchedule") > 2);
      long profilesBefore = place.sentTxProfiles();
      place.station.cutNetwork();
      place.live(20);
      place.station.restoreNetwork();

      place.until("a profile", () -> place.sentTxProfiles() > profilesBefore);

      long movesBefore = place.sent("UpdateDynamicSchedule");
      place.live(60);
      assertThat(place.sentTxProfiles() - profilesBefore).isEqualTo(1);
      assertThat(place.sent("UpdateDynamicSchedule") - movesBefore).isGreaterThan(3);
    }
  }

  private static boolean isNear(OnePlace place, double watts) {
    return Math.abs(place.place().power().watts() - watts) < CLOSE_WATTS;
  }

  private static int minute(Instant at) {
    return (int) (at.getEpochSecond() / 60 % 60);
  }

  /** Around 9 kW of discharge, up to 2 kW more or less, another value every five seconds. */
  private static double wandering(Instant at) {
    long step = at.getEpochSecond() / STEP_SECONDS;
    return -9000 + (step * 7 % 9 - 4) * 500;
  }
}
