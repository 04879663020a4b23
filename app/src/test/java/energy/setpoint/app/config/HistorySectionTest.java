package energy.setpoint.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.setpoint.app.storage.history.HistorySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistorySectionTest {

  private static final String SITE =
      """
      id: yard
      zone: Europe/Amsterdam
      grid: { importLimitKw: 40 }
      circuits:
        main: { fuseA: 63 }
      """;

  @TempDir Path folder;

  @Test
  void keepsAsLongAsUsualWhereNothingIsSaid() throws IOException {
    assertThat(read("")).isEqualTo(HistorySettings.DEFAULTS);
  }

  @Test
  void readsHowLongEachPartIsKept() throws IOException {
    HistorySettings history = read("history: { intents: 30d, securityEvents: 48h }\n");

    assertThat(history.intents()).isEqualTo(Duration.ofDays(30));
    assertThat(history.securityEvents()).isEqualTo(Duration.ofDays(2));
    assertThat(history.setpoints()).isEqualTo(HistorySettings.DEFAULTS.setpoints());
  }

  @Test
  void refusesATimeWithinWhichALimitMayStillHold() {
    assertThatThrownBy(() -> read("history: { intents: 1h }\n"))
        .hasMessageContaining("history.intents");
  }

  private HistorySettings read(String more) throws IOException {
    Path file = folder.resolve("site.yaml");
    Files.writeString(file, SITE + more);
    return SiteFile.read(file).history();
  }
}
