package energy.setpoint.core.control.need;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.control.NeedBook;
import energy.setpoint.core.session.ChargingNeed;
import energy.setpoint.core.session.GuestNeed;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlannedDepartureTest {

  private static final Instant NOW = Instant.parse("2026-01-05T18:00:00Z");

  @Test
  void keepsATenthOfAShortStayAsMargin() {
    var planned = plannedDeparture(Duration.ofMinutes(30), Duration.ofMinutes(1));

    assertThat(planned).isEqualTo(NOW.plus(Duration.ofMinutes(27)));
  }

  @Test
  void leavesAVehicleThatIsAboutToGoAtLeastAMinute() {
    var planned = plannedDeparture(Duration.ofSeconds(20), Duration.ofMinutes(1));

    assertThat(planned).isEqualTo(NOW.plus(Duration.ofMinutes(1)));
  }

  @Test
  void servesAVehicleThatIsOverdueWithinAQuarterOfAnHour() {
    var planned = plannedDeparture(Duration.ofHours(-1), Duration.ofMinutes(1));

    assertThat(planned).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
  }

  @Test
  void movesADepartureWithinAStepToTheNearestBoundary() {
    var early = plannedDeparture(Duration.ofMinutes(40), Duration.ofMinutes(15));
    var late = plannedDeparture(Duration.ofMinutes(30), Duration.ofMinutes(15));

    assertThat(early).as("36 minutes").isEqualTo(NOW.plus(Duration.ofMinutes(30)));
    assertThat(late).as("27 minutes").isEqualTo(NOW.plus(Duration.ofMinutes(30)));
  }

  @Test
  void neverPlansBeyondTheAnnouncedDeparture() {
    var within = plannedDeparture(Duration.ofMinutes(42), Duration.ofMinutes(15));
    var inTheFirstStep = plannedDeparture(Duration.ofMinutes(10), Duration.ofMinutes(15));

    assertThat(within).as("37.8 minutes").isEqualTo(NOW.plus(Duration.ofMinutes(30)));
    assertThat(inTheFirstStep).isEqualTo(NOW.plus(Duration.ofMinutes(9)));
  }

  @Test
  void keepsADepartureEarlyInTheFirstStepAsItIs() {
    var planned = plannedDeparture(Duration.ofMinutes(5), Duration.ofMinutes(15));

    assertThat(planned).isEqualTo(NOW.plusSeconds(270));
  }

  private static Instant plannedDeparture(Duration stay, Duration step) {
    return PlannedDeparture.of(
        leavingIn(stay), TimeGrid.alignedFrom(NOW, step, Duration.ofHours(1)));
  }

  private static ChargingNeed leavingIn(Duration stay) {
    var guests = new NeedBook(List.of(), GuestNeed.DEFAULTS, ZoneOffset.UTC);
    return guests.initial(Optional.empty(), NOW.plus(stay).minus(GuestNeed.DEFAULTS.stay()));
  }
}
