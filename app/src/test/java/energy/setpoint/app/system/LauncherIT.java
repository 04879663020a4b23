package energy.setpoint.app.system;

import static energy.setpoint.app.config.ProjectFiles.project;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads who gave the program something that it cannot use. */
@Timeout(120)
class LauncherIT {

  private static final int UNUSABLE_INPUT = 2;

  @TempDir Path folder;

  @Test
  void namesTheSiteFileThatIsMissing() throws Exception {
    Path missing = folder.resolve("nowhere.yaml");

    String complaint = refuse("serve", "--site=" + missing, "--data=" + folder.resolve("data"));

    assertThat(complaint).contains("nowhere.yaml");
  }

  @Test
  void namesFileKeyAndValueOfAMistakeInTheSiteFile() throws Exception {
    String demo = Files.readString(project("config/demo/site.yaml"));
    Path site =
        Files.writeString(folder.resolve("mine.yaml"), demo.replace("fuseA: 160", "fuseA: lots"));
    Files.copy(project("config/demo/tariff.yaml"), folder.resolve("tariff.yaml"));

    String complaint = refuse("serve", "--site=" + site, "--data=" + folder.resolve("data"));

    assertThat(complaint).contains("mine.yaml", "fuseA", "lots");
  }

  @Test
  void namesThePortThatIsTakenAndTheOptionForAnother() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String complaint =
          refuse(
              "serve",
              "--site=" + project("config/demo/site.yaml"),
              "--data=" + folder.resolve("data"),
              "--port=" + taken.getLocalPort());

      assertThat(complaint).contains("" + taken.getLocalPort(), "taken", "--port");
    }
  }

  @Test
  void saysWhichColumnsASessionsFileShouldHave() throws Exception {
    Path sessions = Files.writeString(folder.resolve("odd.csv"), "when,how much\ntoday,a lot\n");

    String complaint =
        refuse(
            "replay",
            "--sessions=" + sessions,
            "--site=" + project("config/replay/caltech.yaml"),
            "--tariff=" + project("config/demo/tariff.yaml"));

    assertThat(complaint).contains("odd.csv", "when,how much", "arrival,departure,energy_kwh");
  }

  @Test
  void saysThatThereIsNoSuchCommand() throws Exception {
    String complaint = refuse("dance");

    assertThat(complaint).contains("Unmatched argument", "dance");
  }

  /** Runs the program, which must refuse at once. */
  private String refuse(String... arguments) throws IOException, InterruptedException {
    try (SetpointProcess program =
        SetpointProcess.start(folder.resolve("printed.txt"), List.of(arguments))) {
      int code = program.exitCode(Duration.ofSeconds(60));
      assertThat(code).as(program.printed()).isEqualTo(UNUSABLE_INPUT);
      assertThat(program.printed()).doesNotContain("\tat ", "Exception");
      assertThat(folder.resolve("data")).doesNotExist();
      return program.printed();
    }
  }
}
