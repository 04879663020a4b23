package energy.setpoint.ocpp.gateway.memory;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.quantity.Current;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IntentProgressTest {

  @Test
  void tellsWhatMayBeDrawnInSpiteOfWhatWasAccepted() {
    var six = Optional.of(Current.ofAmps(6));
    var progress = new IntentProgress(List.of(), List.of("It does not pause."), six);

    assertThat(progress.accepted())
        .isEqualTo(new IntentOutcome.Accepted(List.of(), List.of("It does not pause."), six));
  }
}
