package energy.setpoint.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.app.cli.Complaints;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class DemoOptionsTest {

  @Test
  void takesATimeAsSiteFilesWriteItOrAsTheStandardHasIt() {
    assertThat(new SiteTime().convert("1h30m")).isEqualTo(Duration.ofMinutes(90));
    assertThat(new SiteTime().convert("PT10S")).isEqualTo(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--for=soon | this is 'soon', expected a duration such as 1h, 90m or PT1H.",
        "--for=0s | this is '0s', expected a duration",
        "--for=-PT1H | this is '-PT1H', expected a duration",
        "--for=9999d | this is '9999d', expected a duration",
        "--start=now | this is 'now', expected a local time such as 2026-05-19T17:30."
      })
  void saysWhatAnOptionShouldHaveBeen(String option, String complaint) {
    StringWriter err = new StringWriter();

    int code =
        new CommandLine(new DemoCommand())
            .setErr(new PrintWriter(err, true))
            .setParameterExceptionHandler(new Complaints())
            .execute(option);

    assertThat(code).isEqualTo(Complaints.UNUSABLE_INPUT);
    assertThat(err.toString()).startsWith("setpoint: ").contains(complaint);
    assertThat(err.toString()).doesNotContain("Exception");
  }
}
