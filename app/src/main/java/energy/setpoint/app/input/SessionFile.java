package energy.setpoint.app.input;

import energy.setpoint.app.config.csv.CsvRow;
import energy.setpoint.app.config.csv.CsvTable;
import energy.setpoint.app.config.document.ConfigurationException;
import energy.setpoint.app.config.document.Document;
import energy.setpoint.app.config.document.Problems;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A recording of charging sessions.
 *
 * @param sessions in the order of their arrival; at least one
 * @param rejected lines that hold no usable session
 */
public record SessionFile(
    SessionFormat format, List<RecordedSession> sessions, List<RejectedRow> rejected) {

  private static final int REASONS_SHOWN = 3;

  public SessionFile {
    sessions = List.copyOf(sessions);
    rejected = List.copyOf(rejected);
  }

  /**
   * Reads a CSV file whose header says which {@link SessionFormat} it has. Unusable lines are left
   * out and listed.
   *
   * @param zone of times that name none
   * @throws ConfigurationException when the file is missing, empty, of no known format, or has no
   *     usable line
   */
  public static SessionFile read(Path file, ZoneId zone) {
    Problems problems = new Problems();
    Optional<SessionFile> sessions =
        Document.text(file, problems)
            .flatMap(text -> parse(Document.nameOf(file), text, zone, problems));
    problems.throwIfAny();
    return sessions.orElseThrow();
  }

  /** The EVSEs that occur, in alphabetical order. */
  public List<String> evses() {
    return sessions.stream().map(RecordedSession::evse).distinct().sorted().toList();
  }

  private static Optional<SessionFile> parse(
      String name, String text, ZoneId zone, Problems problems) {
    CsvTable table = CsvTable.parse(text);
    Optional<SessionFormat> format = formatOf(table);
    if (table.header().isEmpty()) {
      problems.add(name, 0, "the file is empty, expected charging sessions as CSV.");
    } else if (format.isEmpty()) {
      problems.add(name, 1, unknownHeader(table));
    } else {
      SessionFile file = read(table, format.get(), zone);
      if (!file.sessions().isEmpty()) {
        return Optional.of(file);
      }
      problems.add(name, 0, noSession(file.rejected()));
    }
    return Optional.empty();
  }

  private static Optional<SessionFormat> formatOf(CsvTable table) {
    return Arrays.stream(SessionFormat.values())
        .filter(format -> table.header().containsAll(format.columns()))
        .findFirst();
  }

  private static SessionFile read(CsvTable table, SessionFormat format, ZoneId zone) {
    SessionTimes times = new SessionTimes(zone);
    List<RecordedSession> sessions = new ArrayList<>();
    List<RejectedRow> rejected = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (CsvRow row : table.rows()) {
      try {
        RecordedSession session = format.read(row, times);
        if (!ids.add(session.id())) {
          throw new IllegalArgumentException("the session " + session.id() + " occurs twice");
        }
        sessions.add(session);
      } catch (IllegalArgumentException unusable) {
        rejected.add(new RejectedRow(row.line(), String.valueOf(unusable.getMessage())));
      }
    }
    sessions.sort(
        Comparator.comparing(RecordedSession::arrival).thenComparing(RecordedSession::id));
    return new SessionFile(format, sessions, rejected);
  }

  private static String unknownHeader(CsvTable table) {
    String known =
        Arrays.stream(SessionFormat.values())
            .map(format -> String.join(",", format.columns()))
            .collect(Collectors.joining(" or "));
    String header = String.join(",", table.header());
    String shown = header.length() <= 120 ? header : header.substring(0, 117) + "...";
    return "the header is \"" + shown + "\", expected the columns " + known + ".";
  }

  private static String noSession(List<RejectedRow> rejected) {
    return rejected.isEmpty()
        ? "there is a header, but no session below it."
        : "none of the "
            + rejected.size()
            + " lines holds a usable session: "
            + rejected.stream()
                .limit(REASONS_SHOWN)
                .map(RejectedRow::toString)
                .collect(Collectors.joining("; "))
            + (rejected.size() > REASONS_SHOWN ? "; ..." : ".");
  }
}
