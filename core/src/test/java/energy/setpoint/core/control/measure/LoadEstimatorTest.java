package energy.setpoint.core.control.measure;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.quantity.PhaseCurrents;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadEstimatorTest {

  private static final Instant START = Instant.parse("2026-01-05T18:00:00Z");

  private final LoadEstimator estimator = new LoadEstimator();

  @Test
  void subtractsWhatAVehicleDrewAtTheSameMomentNotWhatItDrewLast() {
    vehicle(0, 30);
    meter(0, 40);
    estimate(0);
    for (int second = 1; second < 9; second++) {
      meter(second, 10);
    }

    assertThat(estimate(8)).isEqualTo(10);
  }

  @Test
  void holdsTheHighestEstimateOfTheLastHalfMinute() {
    vehicle(0, 0);
    meter(0, 12);
    estimate(0);
    vehicle(10, 0);
    meter(10, 4);

    double soon = estimate(10);
    vehicle(40, 0);
    meter(40, 4);
    double later = estimate(40);

    assertThat(soon).isEqualTo(12);
    assertThat(later).isEqualTo(4);
  }

  @Test
  void countsAVehicleThatFellSilentAsUncontrolled() {
    vehicle(0, 16);
    meter(120, 20);

    assertThat(estimate(120)).isEqualTo(20);
  }

  @Test
  void knowsNothingWithoutAMeter() {
    vehicle(0, 16);

    assertThat(estimator.estimate(List.of("van"), START)).isEmpty();
  }

  @Test
  void addsWhatTheSunHides() {
    estimator.deviceSaw("roof", START, PhaseCurrents.ofAmps(-20, -20, -20));
    meter(0, -5);

    assertThat(estimator.estimate(List.of("roof"), START).orElseThrow())
        .isEqualTo(PhaseCurrents.ofAmps(15, 15, 15));
  }

  private void vehicle(int second, double amps) {
    estimator.deviceSaw("van", START.plusSeconds(second), all(amps));
  }

  private void meter(int second, double amps) {
    estimator.meterSaw(START.plusSeconds(second), all(amps));
  }

  private double estimate(int second) {
    return estimator.estimate(List.of("van"), START.plusSeconds(second)).orElseThrow().l1().amps();
  }

  private static PhaseCurrents all(double amps) {
    return PhaseCurrents.ofAmps(amps, amps, amps);
  }
}
