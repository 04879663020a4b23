package energy.setpoint.ocpp.wirelog;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.rpc.transport.FrameTap.Direction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WireLogTest {

  private static final StationId CP1 = new StationId("CP1");

  @TempDir private Path folder;

  @Test
  void writesOneLineForEachFrame() throws IOException {
    Path file = folder.resolve("logs").resolve("wire.log");

    try (var log = new WireLog(file, 10_000, () -> Instant.parse("2026-06-01T10:00:00.1234Z"))) {
      var tap = log.open(CP1, "ocpp1.6");
      tap.saw(Direction.RECEIVED, "[2,\"1\",\"Heartbeat\",{}]");
      tap.saw(Direction.SENT, "[3,\"1\",{}]");
    }

    assertThat(file)
        .hasContent(
            """
            2026-06-01T10:00:00.123Z CP1 ← ocpp1.6 [2,"1","Heartbeat",{}]
            2026-06-01T10:00:00.123Z CP1 → ocpp1.6 [3,"1",{}]
            """);
  }

  @Test
  void letsNoFrameForgeALine() throws IOException {
    Path file = folder.resolve("wire.log");

    try (var log = new WireLog(file, 10_000, () -> Instant.EPOCH)) {
      log.open(CP1, "ocpp1.6").saw(Direction.RECEIVED, "[\r\n1970 CP2 \u001b[2J\u0085]");
    }

    assertThat(Files.readAllLines(file))
        .containsExactly(
            "1970-01-01T00:00:00Z CP1 ← ocpp1.6" + " [\\u000d\\u000a1970 CP2 \\u001b[2J\\u0085]");
  }

  @Test
  void keepsTwoFilesOfLimitedSize() throws IOException {
    Path file = folder.resolve("wire.log");

    try (var log = new WireLog(file, 1_000, () -> Instant.EPOCH)) {
      var tap = log.open(CP1, "ocpp1.6");
      for (int i = 0; i < 200; i++) {
        tap.saw(Direction.SENT, "frame " + i);
      }
    }

    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(2).allMatch(it -> it.toFile().length() <= 1_000);
    }
    assertThat(Files.readAllLines(file).getLast()).endsWith("frame 199");
    assertThat(Files.readAllLines(folder.resolve("wire.log.1"))).isNotEmpty();
  }

  @Test
  void appendsToTheFileOfAnEarlierRun() throws IOException {
    Path file = folder.resolve("wire.log");
    Files.write(file, List.of("earlier"));

    try (var log = new WireLog(file, 10_000, () -> Instant.EPOCH)) {
      log.open(CP1, "ocpp1.6").saw(Direction.SENT, "later");
    }

    assertThat(Files.readAllLines(file)).hasSize(2).first().isEqualTo("earlier");
  }

  @Test
  void dropsFramesAfterTheEnd() throws IOException {
    Path file = folder.resolve("wire.log");
    var log = new WireLog(file, 10_000, () -> Instant.EPOCH);
    var tap = log.open(CP1, "ocpp1.6");

    log.close();
    tap.saw(Direction.SENT, "too late");

    assertThat(file).isEmptyFile();
  }
}
