package energy.setpoint.simulation.station.habit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import energy.setpoint.core.site.StationId;
import energy.setpoint.simulation.profile.RateUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HabitsFileTest {

  private static final String ALL =
      """
      depot-16-a:
        replies:
          SetChargingProfile: {refuses: Rejected}
          ClearChargingProfile: {fails: InternalError}
          GetCompositeSchedule: silent
          Reset: {silent: obeys}
          TriggerMessage: {late: PT40S}
          ClearCache: twice
          GetConfiguration: garbled
          DataTransfer: disconnects
          UnlockConnector: reboots
        rounds: down
        obeysAfter: PT20S
        ignoresZero: true
        obeysOnly: A
        compositeFactor: 1.25
        fractionalStarts: true
        clockSkew: PT-90S
        forgetsProfiles: true
      depot-21-a: {}
      """;

  @Test
  void readsEveryHabit() {
    Map<StationId, Habits> read = HabitsFile.parse(ALL);

    Habits bad = read.get(new StationId("depot-16-a"));
    assertThat(bad.replies())
        .containsEntry("SetChargingProfile", new Reply.Refuses("Rejected"))
        .containsEntry("ClearChargingProfile", new Reply.Fails("InternalError"))
        .containsEntry("GetCompositeSchedule", new Reply.Silent(false))
        .containsEntry("Reset", new Reply.Silent(true))
        .containsEntry("TriggerMessage", new Reply.Late(Duration.ofSeconds(40)))
        .containsEntry("ClearCache", new Reply.Twice())
        .containsEntry("GetConfiguration", new Reply.Garbled())
        .containsEntry("DataTransfer", new Reply.Disconnects())
        .containsEntry("UnlockConnector", new Reply.Reboots());
    assertThat(bad.obedience())
        .isEqualTo(new Obedience(Rounding.DOWN, Duration.ofSeconds(20), true, Set.of(RateUnit.A)));
    assertThat(bad.composites()).isEqualTo(new Composites(1.25, true));
    assertThat(bad.clockSkew()).isEqualTo(Duration.ofSeconds(-90));
    assertThat(bad.forgetsProfiles()).isTrue();
    assertThat(read.get(new StationId("depot-21-a"))).isEqualTo(Habits.GOOD);
  }

  @Test
  void readsTheSampleOfTheDocs() throws IOException {
    String page = Files.readString(root().resolve("docs/concepts/simulation.md"));
    String sample =
        page.substring(page.indexOf("    depot-16-a:"), page.indexOf("All of it may be"));

    Map<StationId, Habits> read = HabitsFile.parse(sample.stripIndent());

    assertThat(read.get(new StationId("depot-16-a")).replies()).hasSize(9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: {rounds: sideways}",
        "a: {round: down}",
        "a: {obeysAfter: soon}",
        "a: {replies: {Reset: sings}}",
        "a: {obeysAfter: PT-5S}",
        "a: {compositeFactor: -1}",
        "a: ["
      })
  void refusesWhatNoStationDoes(String yaml) {
    assertThatIllegalArgumentException().isThrownBy(() -> HabitsFile.parse(yaml));
  }

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve("docs")) ? here : here.resolve("..");
  }
}
