package energy.setpoint.app.cli.device;

import static energy.setpoint.app.config.ProjectFiles.project;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.app.cli.CommandRun;
import energy.setpoint.app.cli.Complaints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceListCommandTest {

  private static final String SHIPPED = project("config/devices").toString();

  @Test
  void listsTheTemplatesWithWhatTheirDevicesMeasureAndObey() {
    CommandRun run = CommandRun.device("list", "--devices", SHIPPED);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .containsPattern("generic-mqtt-battery +battery +mqtt +\\S+")
        .contains("measures: power, state of charge")
        .contains("measures: power, current per phase")
        .contains("obeys:    setpoint for charging and discharging");
  }

  @Test
  void namesTheLineOfATemplateThatCannotBeRead(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("torn.yaml"), "kind: meter\nperiod: [1s\n");

    CommandRun run = CommandRun.device("list", "--devices", folder.toString());

    assertThat(run.code()).isEqualTo(Complaints.UNUSABLE_INPUT);
    assertThat(run.err()).contains("torn.yaml", "not readable in line 2");
  }

  @Test
  void explainsItself() {
    assertThat(CommandRun.device("--help").out()).contains("list", "docs/how-to/devices.md");
  }
}
