package energy.setpoint.app.cli;

import static energy.setpoint.app.config.ProjectFiles.project;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import energy.setpoint.app.composite.CompositeSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class CompositeCommandTest {

  private static final Path SAMPLE = project("config/composite/garage-evening.json");

  @TempDir Path folder;

  @Test
  void printsTheTableThatTheManualShows() throws IOException {
    String manual = Files.readString(project("docs/ocpp/composite.md"));

    CommandRun run = CommandRun.composite(SAMPLE.toString(), "--summary");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(manual).contains("```text\n" + run.out() + "```");
  }

  @Test
  void printsTheAnswerOfTheStationAsJson() {
    CommandRun run = CommandRun.composite(SAMPLE.toString());

    var schedule = JsonMapper.shared().readTree(run.out()).path("schedule");
    assertThat(schedule.path("chargingSchedulePeriod").size()).isEqualTo(5);
    assertThat(schedule.path("scheduleStart").asString()).isEqualTo("2026-11-02T17:00:00Z");
  }

  @Test
  void drawsAPage() throws IOException {
    Path picture = folder.resolve("evening.html");

    CommandRun run = CommandRun.composite(SAMPLE.toString(), "--picture", picture.toString());

    assertThat(run.code()).as(run.err()).isZero();
    // Five periods are five steps; there is neither discharge nor a setpoint.
    assertThat(Files.readString(picture))
        .containsPattern("<path d=\"(M\\S+ \\S+ H\\S+ ){5}\" class=\"limit\"")
        .contains("<path d=\"\" class=\"setpoint\"", "Mon 2 Nov 19:15:00         30.0", "</html>");
  }

  @Test
  void refusesAPictureThatIsNoPage() {
    CommandRun run = CommandRun.composite(SAMPLE.toString(), "--picture", "evening.png");

    assertThat(run.code()).isEqualTo(Complaints.UNUSABLE_INPUT);
    assertThat(run.err()).contains("expected a name that ends in .html");
  }

  @Test
  void publishesTheSchemaThatItReads() throws IOException {
    Path published = project("docs/reference/composite.schema.json");
    // Run with this property after a change of the records, and review the difference.
    if (Boolean.getBoolean("setpoint.publish")) {
      Files.writeString(published, CompositeSchema.text());
    }

    assertThat(Files.readString(published)).isEqualTo(CompositeSchema.text());
  }

  @Test
  void acceptsTheSampleByItsSchema() throws IOException {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(CompositeSchema.text());

    var mistakes = schema.validate(Files.readString(SAMPLE), InputFormat.JSON);

    assertThat(mistakes).isEmpty();
  }

  /** A key of the sample, what stands there instead, and the complaint. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "2.1"                 | "3.0"       | #/version: This is "3.0", expected one of 1.6, 2.0.1, 2.1.
          Europe/Amsterdam      | Mars/Base   | #/zone: This is "Mars/Base", expected a zone
          "limitA": 40          | "limitA": -1| #/station/limitA: This is -1, expected a number from 0
          "limitA": 32          | "phases": 3 | #/evses/0/limitA: This is missing
          "limitA": 32          | "limitA": 1, "limitW": 1 | #/evses/0/limitA: Expected either this or limitW
          "limitA": 32          | "limitA": 1, "current": "DC" | #/evses/0/voltage: This is missing
          "id": 2, "limitA"     | "id": 1, "limitA" | #: Two EVSEs have the same id.
          "evse": 1, "started"  | "evse": 7, "started" | #/transactions/0/evse: This is 7, but there is no such EVSE.
          "duration": 14400     | "duration": 0 | #/request/duration: This is 0
          "unit": "A"           | "unit": "kW" | #/request/unit: This is "kW", expected one of A, W.
          "request"             | "requests"  | #/requests: This is not a known key. Maybe request.
          "stackLevel": 0       | "stackLevel": "0" | #/profiles/0/chargingProfile/stackLevel: This must be an integer
          "chargingLimitSource": "SO" | "source": "SO" | #/chargingLimits/0/message/chargingLimit/chargingLimitSource: This is missing.
          """)
  void saysWhatIsWrongAndWhere(String there, String instead, String complaint) throws IOException {
    String wrong = Files.readString(SAMPLE).replace(there, instead);
    Path file = Files.writeString(folder.resolve("case.json"), wrong);

    CommandRun run = CommandRun.composite(file.toString());

    assertThat(run.code()).isEqualTo(Complaints.UNUSABLE_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("setpoint: The case ").contains(complaint);
  }

  @Test
  void refusesTextThatIsNoJson() throws IOException {
    Path file = Files.writeString(folder.resolve("case.json"), "version: 1.6");

    CommandRun run = CommandRun.composite(file.toString());

    assertThat(run.code()).isEqualTo(Complaints.UNUSABLE_INPUT);
    assertThat(run.err()).contains("#: This is not JSON at line 1");
  }
}
