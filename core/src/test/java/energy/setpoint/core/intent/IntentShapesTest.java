package energy.setpoint.core.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import energy.setpoint.core.intent.OperatingMode.CurvePoint;
import energy.setpoint.core.intent.OperatingMode.ExternalLimits;
import energy.setpoint.core.intent.OperatingMode.LocalFrequency;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Intents that make no sense cannot be built. */
class IntentShapesTest {

  private static final Interval LEASE =
      Interval.of(Instant.parse("2026-11-01T12:00:00Z"), Duration.ofMinutes(2));

  @Test
  void capsOneToThreePhasesAtZeroOrMore() {
    assertThatIllegalArgumentException().isThrownBy(() -> capPhases());
    assertThatIllegalArgumentException().isThrownBy(() -> capPhases(1, 2, 3, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> capPhases(16, -1));
  }

  @Test
  void knowsTheCeilingThatHoldsOnAllPhases() {
    assertThat(capPhases(16, 8, 10).common().perPhase()).isEqualTo(Current.ofAmps(8));
    assertThat(capPhases(16, 8, 10).isBalanced()).isFalse();
    assertThat(capPhases(16, 16).isBalanced()).isTrue();
  }

  /** Q08.FR.02 and the 20 points of ChargingSchedulePeriodType. */
  @Test
  void takesCurvesOfTwoToTwentyAscendingPoints() {
    assertThatIllegalArgumentException().isThrownBy(() -> response(50));
    assertThatIllegalArgumentException().isThrownBy(() -> response(50, 49));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> response(IntStream.range(0, 21).asDoubleStream().toArray()));
    assertThat(response(49, 50).response()).hasSize(2);
  }

  @Test
  void takesWholeNumbersForSignals() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LocalFrequency(Power.ZERO, curve(49, 50), curve(0, 0.5)));
  }

  @Test
  void knowsTheMostThatAResponseFeedsBack() {
    var mode = new LocalFrequency(Power.ofWatts(1000), curve(49, 50), curve(-1, 1));

    assertThat(mode.floor()).isEqualTo(Power.ofWatts(-7000));
  }

  @Test
  void takesNoPositiveFloor() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ExternalLimits(Power.ofWatts(1)));
  }

  private static CapPhases capPhases(double... amps) {
    List<Current> most = Arrays.stream(amps).mapToObj(Current::ofAmps).toList();
    return new CapPhases(EvseRef.of("s", 1), "tx", most, Voltage.ofVolts(230), LEASE);
  }

  private static LocalFrequency response(double... at) {
    return new LocalFrequency(Power.ZERO, curve(at), List.of());
  }

  private static List<CurvePoint> curve(double... at) {
    return Arrays.stream(at).mapToObj(x -> new CurvePoint(x, Power.ofWatts(-4000))).toList();
  }
}
