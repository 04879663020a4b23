package energy.setpoint.der.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WriteGateTest {

  private static final long NOW = -500;
  private static final long INTERVAL = 1_000;

  private final WriteGate gate = new WriteGate(INTERVAL, NOW);

  @Test
  void aRaiseWaitsForTheInterval() {
    gate.writing(2_000, NOW);
    gate.confirmed(2_000);

    assertThat(gate.earliest(3_000, NOW + 1)).isEqualTo(NOW + INTERVAL);
  }

  @Test
  void lessChargingAndMoreDischargingGoAtOnce() {
    gate.writing(2_000, NOW);
    gate.confirmed(2_000);

    assertThat(gate.earliest(1_000, NOW + 1)).isEqualTo(NOW + 1);
    assertThat(gate.earliest(-3_000, NOW + 1)).isEqualTo(NOW + 1);
  }

  @Test
  void theReturnFromDischargingToZeroGoesAtOnceAndChargingDoesNot() {
    gate.writing(-2_000, NOW);
    gate.confirmed(-2_000);

    assertThat(gate.earliest(0, NOW + 1)).isEqualTo(NOW + 1);
    assertThat(gate.earliest(100, NOW + 1)).isEqualTo(NOW + INTERVAL);
  }

  @Test
  void aDecreaseThatNobodyConfirmedIsRepeatedAtOnce() {
    gate.writing(2_000, NOW);
    gate.confirmed(2_000);
    gate.writing(1_000, NOW);

    assertThat(gate.earliest(1_500, NOW + 1)).isEqualTo(NOW + 1);
  }

  @Test
  void whereNobodyKnowsWhatTheDeviceDoesItIsToldAtOnce() {
    gate.writing(2_000, NOW);
    gate.confirmed(2_000);
    gate.forget();

    assertThat(gate.earliest(5_000, NOW + 1)).isEqualTo(NOW + 1);
  }
}
