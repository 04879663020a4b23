package energy.setpoint.core.control.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.site.EvseRef;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UnusedAllowancesTest {

  private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");
  private static final EvseRef EVSE = EvseRef.of("a", 1);

  private final UnusedAllowances unused = new UnusedAllowances();

  @Test
  void noticesWithinAMinuteThatAVehicleIsLimitedByItsCharger() {
    measure(0, 60, 32, 16);

    assertThat(unused.findUse(EVSE)).hasValue(Current.ofAmps(17));
  }

  @Test
  void doesNotTakeInaccuracyForAnUnusedAllowance() {
    measure(0, 300, 16, 15);

    assertThat(unused.findUse(EVSE)).isEmpty();
  }

  @Test
  void leavesAVehicleTimeToRampUp() {
    measure(0, 20, 32, 6);
    measure(20, 40, 32, 20);
    measure(40, 90, 32, 31.5);

    assertThat(unused.findUse(EVSE)).isEmpty();
  }

  @Test
  void believesAVehicleThatUsesItsHeadroomToWantMore() {
    measure(0, 60, 32, 10);

    measure(60, 65, 11, 10.8);

    assertThat(unused.findUse(EVSE)).isEmpty();
  }

  @Test
  void keepsWhatItKnowsWhileTheVehicleTakesWhatItAlwaysTook() {
    measure(0, 60, 32, 10);

    measure(60, 600, 11, 10.2);

    assertThat(unused.findUse(EVSE)).hasValue(Current.ofAmps(11));
  }

  @Test
  void followsAVehicleThatTapers() {
    measure(0, 60, 32, 16);

    measure(60, 120, 17, 8);

    assertThat(unused.findUse(EVSE)).hasValue(Current.ofAmps(9));
  }

  @Test
  void learnsNothingFromAVehicleThatIsHeldByItsLimit() {
    measure(0, 60, 32, 16);

    measure(60, 600, 8, 7.9);

    assertThat(unused.findUse(EVSE)).hasValue(Current.ofAmps(17));
  }

  private void measure(int from, int to, double allowed, double drawn) {
    for (int second = from; second <= to; second += 5) {
      unused.saw(EVSE, Current.ofAmps(allowed), Current.ofAmps(drawn), START.plusSeconds(second));
    }
  }
}
