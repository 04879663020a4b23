package energy.setpoint.der.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.setpoint.core.reading.DeviceReading;
import energy.setpoint.core.reading.GridSignalReading;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.der.template.DeviceKind;
import energy.setpoint.der.template.Measured;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GridSignalReadingsTest {

  private static final DeviceId BOX = new DeviceId("box");
  private static final Instant NOW = Instant.parse("2026-01-05T18:00:00Z");

  @Test
  void addsUpTheContactsThatAreClosed() {
    DeviceReading reading =
        read(
            Map.of(
                Measured.CONTACT_1, 0.0,
                Measured.CONTACT_2, 1.0,
                Measured.CONTACT_3, 0.0,
                Measured.CONTACT_4, 1.0));

    assertThat(reading).isEqualTo(told(2 + 8));
  }

  @Test
  void tellsAStepAndALimitAsTheyAre() {
    assertThat(read(Map.of(Measured.STEP, 3.0))).isEqualTo(told(3));
    assertThat(read(Map.of(Measured.LIMIT, 4200.0))).isEqualTo(told(4200));
  }

  @Test
  void refusesAContactThatIsNeitherOpenNorClosed() {
    assertThatThrownBy(() -> read(Map.of(Measured.CONTACT_1, 2.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("contact1 is 2.0");
  }

  private static DeviceReading read(Map<Measured, Double> quantities) {
    return Readings.of(DeviceKind.GRID_SIGNAL, BOX, NOW, NOW.plusSeconds(5), quantities);
  }

  private static DeviceReading told(double value) {
    return new GridSignalReading(BOX, NOW, NOW.plusSeconds(5), value);
  }
}
