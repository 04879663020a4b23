package energy.setpoint.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineProcessTest {

  @TempDir Path folder;

  @Test
  void leavesNoProcessBehindWhenItIsClosedAtOnce() {
    StringWriter told = new StringWriter();

    for (int i = 0; i < 3; i++) {
      EngineProcess.start(
              List.of("--help"),
              URI.create("http://127.0.0.1:1/"),
              folder.resolve("engine.log"),
              new PrintWriter(told, true))
          .close();
    }

    assertThat(ProcessHandle.current().children()).noneMatch(ProcessHandle::isAlive);
    assertThat(told.toString()).isEmpty();
  }
}
