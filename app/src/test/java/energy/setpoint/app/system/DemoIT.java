package energy.setpoint.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a user starts it: two processes, which both are gone at the end. */
@Timeout(180)
class DemoIT {

  private static final List<String> PORTS =
      List.of("--port=", "--ocpp-port=", "--modbus-port=", "--mqtt-port=", "--world-port=");

  @TempDir Path folder;

  @Test
  void countsTheTimeFromWhenTheEngineIsReady() throws Exception {
    String printed;
    try (SetpointProcess demo = start("--for=10s")) {
      int code = demo.exitCode(Duration.ofSeconds(120));
      printed = demo.printed();
      assertThat(code).as(printed).isZero();
    }

    assertThat(printed)
        .contains("The engine is ready.")
        .containsPattern("in [1-9][0-9,]* seconds of the site's time, [1-9][0-9]* of them after")
        .doesNotContain("\tat ", "Exception");
  }

  /** Asked to end before anything could happen, which is no success. */
  @Test
  void saysThatNothingWasControlledWhenItEndsTooEarly() throws Exception {
    try (SetpointProcess demo = start()) {
      demo.awaitPrinted("Demo depot", Duration.ofSeconds(60));
      demo.terminate();
      demo.exitCode(Duration.ofSeconds(60));

      assertThat(demo.printed())
          .contains("before the engine was ready", "nothing was planned or controlled")
          .doesNotContain("\tat ", "Exception");
    }
  }

  private SetpointProcess start(String... more) throws IOException {
    List<Integer> free = FreePortNumbers.find(PORTS.size());
    List<String> arguments = new ArrayList<>(List.of("demo"));
    for (int i = 0; i < PORTS.size(); i++) {
      arguments.add(PORTS.get(i) + free.get(i));
    }
    arguments.addAll(List.of(more));
    return SetpointProcess.start(folder.resolve("printed.txt"), arguments);
  }
}
