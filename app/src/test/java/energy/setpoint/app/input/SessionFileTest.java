package energy.setpoint.app.input;

import static energy.setpoint.app.config.ProjectFiles.shared;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionFileTest {

  private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

  @TempDir Path folder;

  @Test
  void readsTheShortestFileThatAUserCanWrite() throws IOException {
    SessionFile file =
        read("arrival,departure,energy_kwh\n2026-01-05 08:00,2026-01-05 17:00,12.5\n");

    assertThat(file.format()).isEqualTo(SessionFormat.SETPOINT);
    assertThat(file.sessions())
        .containsExactly(
            new RecordedSession(
                "session-2",
                "any",
                Instant.parse("2026-01-05T16:00:00Z"),
                Instant.parse("2026-01-06T01:00:00Z"),
                Energy.ofKilowattHours(12.5),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void readsEveryColumnThatAUserMayWrite() throws IOException {
    SessionFile file =
        read(
            """
            session;evse;arrival;departure;energy_kwh;max_power_kw;requested_kwh;requested_departure
            a;hall/1;2026-01-05T08:00:00Z;2026-01-05T17:00:00+01:00;12.5;11;20;2026-01-05T18:00:00Z
            """);

    RecordedSession session = file.sessions().getFirst();
    assertThat(session.evse()).isEqualTo("hall/1");
    assertThat(session.departure()).isEqualTo(Instant.parse("2026-01-05T16:00:00Z"));
    assertThat(session.maxPower()).contains(Power.ofKilowatts(11));
    assertThat(session.requested()).contains(Energy.ofKilowattHours(20));
    assertThat(session.requestedDeparture()).contains(Instant.parse("2026-01-05T18:00:00Z"));
  }

  @Test
  void leavesBadLinesOutAndSaysWhichAndWhy() throws IOException {
    SessionFile file =
        read(
            """
            session,arrival,departure,energy_kwh
            a,2026-01-05T08:00:00Z,2026-01-05T17:00:00Z,12.5
            b,2026-01-05T08:00:00Z,2026-01-05T07:00:00Z,12.5
            c,yesterday,2026-01-05T17:00:00Z,12.5
            d,2026-01-05T08:00:00Z,2026-01-05T17:00:00Z,much
            e,2026-01-05T08:00:00Z,2026-01-05T17:00:00Z,0
            f,2026-01-05T08:00:00Z,,3
            a,2026-01-06T08:00:00Z,2026-01-06T17:00:00Z,12.5
            g,2026-01-05T08:00:00Z,2026-01-05T08:01:00Z,500
            h,2026-01-05T08:00:00Z,2027-01-05T08:01:00Z,5
            """);

    assertThat(file.sessions()).extracting(RecordedSession::id).containsExactly("a");
    assertThat(file.rejected())
        .extracting(RejectedRow::toString)
        .containsExactly(
            "line 3: the departure 2026-01-05T07:00:00Z is not after 2026-01-05T08:00:00Z",
            "line 4: \"yesterday\" is no time such as 2019-03-01T14:20:00Z",
            "line 5: energy_kwh is \"much\", expected a number",
            "line 6: no energy was delivered",
            "line 7: departure is missing",
            "line 8: the session a occurs twice",
            "line 9: the mean power would be 30000000 W",
            "line 10: the vehicle stays for 365 days");
  }

  @Test
  void refusesAFileWithoutAnyUsableLine() {
    assertThatThrownBy(() -> read("arrival,departure,energy_kwh\nx,y,z\n"))
        .hasMessage(
            "sessions.csv: none of the 1 lines holds a usable session:"
                + " line 2: \"x\" is no time such as 2019-03-01T14:20:00Z.");
  }

  @Test
  void refusesAHeaderWithoutSessions() {
    assertThatThrownBy(() -> read("arrival,departure,energy_kwh\n"))
        .hasMessage("sessions.csv: there is a header, but no session below it.");
  }

  @Test
  void refusesAnEmptyFile() {
    assertThatThrownBy(() -> read("\n\n"))
        .hasMessage("sessions.csv: the file is empty, expected charging sessions as CSV.");
  }

  @Test
  void refusesAFileOfAnotherKind() {
    assertThatThrownBy(() -> read("timestamp_utc,eur_per_mwh\n2022-01-01T00:00:00Z,41\n"))
        .hasMessageStartingWith(
            "sessions.csv:1: the header is \"timestamp_utc,eur_per_mwh\", expected the columns"
                + " arrival,departure,energy_kwh or ");
  }

  @Test
  void refusesAMissingFile() {
    assertThatThrownBy(() -> SessionFile.read(folder.resolve("none.csv"), LOS_ANGELES))
        .hasMessage("none.csv: there is no such file: " + folder.resolve("none.csv"));
  }

  @Test
  void readsTheMarchSessionsOfCaltech() {
    SessionFile file =
        SessionFile.read(shared("sessions/caltech-2019-03-sessions.csv"), LOS_ANGELES);

    assertThat(file.sessions()).hasSize(954);
    assertThat(file.rejected()).isEmpty();
    assertThat(file.evses()).hasSize(47).contains("CA-303");
    assertThat(file.sessions().stream().mapToDouble(s -> s.delivered().kilowattHours()).sum())
        .isCloseTo(8900.52, within(0.01));
  }

  @Test
  void readsWhatTheDriversSaid() {
    SessionFile file =
        SessionFile.read(shared("sessions/caltech-2021-05-to-07-with-user-input.csv"), LOS_ANGELES);

    assertThat(file.format()).isEqualTo(SessionFormat.ACN);
    assertThat(file.sessions().size() + file.rejected().size()).isEqualTo(1221);
    assertThat(file.rejected()).isEmpty();
    RecordedSession first = file.sessions().getFirst();
    assertThat(first.requested()).contains(Energy.ofKilowattHours(71.5));
    assertThat(first.requestedDeparture()).contains(Instant.parse("2021-05-02T08:43:47Z"));
    assertThat(file.sessions()).filteredOn(s -> s.requested().isEmpty()).hasSize(111);
  }

  @Test
  void readsTheYear0014As2014InTheZoneOfTheSite() {
    SessionFile file =
        SessionFile.read(shared("sessions/workplace-2014-2015.csv"), ZoneId.of("America/New_York"));

    assertThat(file.format()).isEqualTo(SessionFormat.WORKPLACE);
    assertThat(file.sessions())
        .filteredOn(session -> session.id().equals("1366563"))
        .extracting(RecordedSession::arrival)
        .containsExactly(Instant.parse("2014-11-18T20:40:26Z"));
    assertThat(file.rejected())
        .hasSize(55)
        .allMatch(row -> row.reason().equals("no energy was delivered"));
    assertThat(file.sessions()).hasSize(3395 - 55);
  }

  private SessionFile read(String csv) throws IOException {
    Path file = folder.resolve("sessions.csv");
    Files.writeString(file, csv);
    return SessionFile.read(file, LOS_ANGELES);
  }
}
