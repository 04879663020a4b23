package energy.setpoint.core.control.loop;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.reading.GridSignalReading;
import energy.setpoint.core.signal.GridFlow;
import energy.setpoint.core.signal.GridSignal;
import energy.setpoint.core.signal.SignalMeaning;
import energy.setpoint.core.signal.SilenceRule;
import energy.setpoint.core.site.DeviceId;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A device of the grid operator limits a depot at full load. */
class GridSignalTest {

  private static final Duration LIFETIME = Duration.ofMinutes(4);
  private static final DeviceId BOX = new DeviceId("box");
  private static final double FORTY_KILOWATTS_IN_AMPS = 40_000.0 / 3 / 230;

  private final FakeDepot depot = new FakeDepot(200, 4, 0);

  @BeforeEach
  void chargeAtFullPower() {
    SilenceRule careful = new SilenceRule.Keep(Duration.ofMinutes(1), Power.ofKilowatts(40));
    depot.signals.add(new GridSignal(BOX, GridFlow.IMPORT, new SignalMeaning.Watts(), careful));
    depot.controller = depot.newController();
    depot.connectAll();
    for (int i = 1; i <= 4; i++) {
      depot.plugIn("s" + i, 32);
    }
    tell(500_000);
    depot.run(Duration.ofMinutes(3));
  }

  @Test
  void tellsStationsInTheMomentOfArrival() {
    int before = depot.sent.size();

    tell(40_000);

    assertThat(depot.sent.size()).isGreaterThan(before);
    depot.run(Duration.ofSeconds(10));
    assertThat(drawn()).isLessThanOrEqualTo(FORTY_KILOWATTS_IN_AMPS);
  }

  @Test
  void limitsADepotWhoseDeviceFellSilent() {
    assertThat(drawn()).isGreaterThan(FORTY_KILOWATTS_IN_AMPS);

    depot.run(Duration.ofSeconds(LIFETIME.toSeconds() + 75));

    assertThat(drawn()).isLessThanOrEqualTo(FORTY_KILOWATTS_IN_AMPS);
    assertThat(depot.controller.signals().silent()).containsKey(BOX);
  }

  private void tell(double watts) {
    depot.controller.on(new GridSignalReading(BOX, depot.now, depot.now.plus(LIFETIME), watts));
  }

  private double drawn() {
    return depot.drawn.values().stream().mapToDouble(it -> it).sum() + depot.buildingAmps;
  }
}
