package energy.setpoint.core.control.limit;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.signal.GridFlow;
import energy.setpoint.core.signal.GridLimitChange;
import energy.setpoint.core.signal.LimitSource;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.GridConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GridLimitsTest {

  private static final Instant NOW = Instant.parse("2026-01-05T18:00:00Z");
  private static final LimitSource BOX = new LimitSource.Device(new DeviceId("box"));

  private final List<GridLimitChange> log = new ArrayList<>();
  private final GridLimits limits =
      new GridLimits(new GridConnection(kilowatts(40), kilowatts(30)), log::add);

  @Test
  void allowWhatTheContractAllowsWhileNobodyLimits() {
    assertThat(limits.importLimit()).isEqualTo(kilowatts(40));
    assertThat(limits.exportLimit()).isEqualTo(kilowatts(30));
    assertThat(limits.list()).isEmpty();
  }

  @Test
  void obeyTheLowestOfSeveralSources() {
    limits.change(GridFlow.IMPORT, kilowatts(20), NOW);

    box(12);

    assertThat(limits.importLimit()).isEqualTo(kilowatts(12));
    assertThat(limits.exportLimit()).isEqualTo(kilowatts(30));
  }

  @Test
  void fallBackToTheOtherSourceWhenOneLifts() {
    limits.change(GridFlow.IMPORT, kilowatts(20), NOW);
    box(12);

    limits.change(GridFlow.IMPORT, BOX, Optional.empty(), NOW, "open");

    assertThat(limits.importLimit()).isEqualTo(kilowatts(20));
  }

  @Test
  void neverAllowMoreThanTheContract() {
    box(50);

    assertThat(limits.importLimit()).isEqualTo(kilowatts(40));
    assertThat(limits.list()).isEmpty();
  }

  @Test
  void keepARecordOfWhatCameAndWentAndOnlyOfThat() {
    box(12);
    box(12);

    limits.change(GridFlow.IMPORT, BOX, Optional.empty(), NOW, "open");

    assertThat(log)
        .containsExactly(
            new GridLimitChange(
                GridFlow.IMPORT, "device box", Optional.of(kilowatts(12)), NOW, "closed"),
            new GridLimitChange(GridFlow.IMPORT, "device box", Optional.empty(), NOW, "open"));
    assertThat(limits.changes()).isEqualTo(2);
  }

  @Test
  void takeUpWhatTheApiWasToldBeforeARestartWithoutRecordingItAgain() {
    limits.resume(
        new GridLimitChange(GridFlow.EXPORT, "api", Optional.of(kilowatts(5)), NOW, "told"));

    assertThat(limits.exportLimit()).isEqualTo(kilowatts(5));
    assertThat(log).isEmpty();
  }

  private void box(double kilowatts) {
    limits.change(GridFlow.IMPORT, BOX, Optional.of(kilowatts(kilowatts)), NOW, "closed");
  }

  private static Power kilowatts(double kilowatts) {
    return Power.ofKilowatts(kilowatts);
  }
}
