package energy.setpoint.app.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import energy.setpoint.app.web.problem.Refusal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class StationWaitTest {

  @Test
  void givesBackWhatTheStationAnswers() {
    assertThat(StationWait.of(CompletableFuture.completedStage("yes"))).isEqualTo("yes");
  }

  /** The engine still waits for the station, and must hear of an answer that comes late. */
  @Test
  void givesUpOnASilentStationAndLeavesTheEngineItsFuture() {
    CompletableFuture<String> answer = new CompletableFuture<>();

    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> StationWait.of(answer, Duration.ZERO))
        .withMessageStartingWith("No answer within");

    assertThat(answer).isNotDone();
  }
}
