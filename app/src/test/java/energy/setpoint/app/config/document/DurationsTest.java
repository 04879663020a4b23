package energy.setpoint.app.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({
    "500ms, PT0.5S",
    "2s, PT2S",
    "5m, PT5M",
    "5min, PT5M",
    "1h30m, PT1H30M",
    "1h 30m, PT1H30M",
    "7d, P7D",
    "PT15M, PT15M"
  })
  void readsWhatPeopleWrite(String text, Duration duration) {
    assertThat(Durations.parse(text)).contains(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "m", "5 minutes", "-5m", "5m3", "soon", "P"})
  void refusesTheRest(String text) {
    assertThat(Durations.parse(text)).isEmpty();
  }

  @Test
  void writesThemShortly() {
    assertThat(Durations.format(Duration.ofMinutes(90))).isEqualTo("1h30m");
    assertThat(Durations.format(Duration.ofMillis(1500))).isEqualTo("1500ms");
  }
}
