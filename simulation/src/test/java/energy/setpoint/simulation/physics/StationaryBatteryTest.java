package energy.setpoint.simulation.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.site.Battery;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.DeviceId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StationaryBatteryTest {

  private static final Instant START = Instant.parse("2026-06-10T00:00:00Z");

  private Instant now = START;

  @Test
  void followsACommandWithinItsLimits() {
    var battery = battery(0.5);

    battery.command(Power.ofKilowatts(80));
    live(battery, 30);

    assertThat(battery.power()).isEqualTo(Power.ofKilowatts(50));
  }

  @Test
  void idlesWhenNoCommandHasComeForAMinute() {
    var battery = battery(0.5);

    battery.command(Power.ofKilowatts(-20));
    live(battery, 59);
    Power held = battery.power();
    live(battery, 1);

    assertThat(held).isEqualTo(Power.ofKilowatts(-20));
    assertThat(battery.power()).isEqualTo(Power.ZERO);
  }

  @Test
  void losesEnergyBothWays() {
    var battery = battery(0.5);

    battery.command(Power.ofKilowatts(36));
    live(battery, 50);
    double charged = battery.soc().fraction();
    battery.command(Power.ofKilowatts(-36));
    live(battery, 50);

    assertThat((charged - 0.5) * 100_000).isCloseTo(500 * 0.9, within(0.01));
    assertThat((charged - battery.soc().fraction()) * 100_000).isCloseTo(500 / 0.9, within(0.01));
  }

  @Test
  void stopsWhenItIsEmptyAndWhenItIsFull() {
    var empty = battery(0);
    var full = battery(1);

    empty.command(Power.ofKilowatts(-50));
    full.command(Power.ofKilowatts(50));
    live(empty, 10);
    now = START;
    live(full, 10);

    assertThat(empty.power().watts()).isZero();
    assertThat(full.power().watts()).isZero();
  }

  private void live(StationaryBattery battery, int seconds) {
    for (int i = 0; i < seconds; i++) {
      now = now.plus(Duration.ofSeconds(1));
      battery.advance(now);
    }
  }

  private static StationaryBattery battery(double soc) {
    var rating =
        new Battery(
            new DeviceId("battery"),
            new CircuitId("main"),
            Energy.ofKilowattHours(100),
            Power.ofKilowatts(50),
            Power.ofKilowatts(50),
            0.9,
            0.9,
            new StateOfCharge(0.1),
            new StateOfCharge(0.9));
    return new StationaryBattery(rating, new StateOfCharge(soc), Duration.ofSeconds(60), START);
  }
}
