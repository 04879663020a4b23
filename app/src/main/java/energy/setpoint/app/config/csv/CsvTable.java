package energy.setpoint.app.config.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * CSV with a header (RFC 4180): quotes may enclose separators, doubled quotes and line ends. The
 * separator is whichever of comma, semicolon and tab the header has most of. Blank lines and lines
 * that begin with # are passed over.
 */
public record CsvTable(List<String> header, List<CsvRow> rows) {

  public CsvTable {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /** An empty text gives an empty header. */
  public static CsvTable parse(String text) {
    char separator = separatorOf(text);
    List<Record> records = new Splitter(text, separator).split();
    if (records.isEmpty()) {
      return new CsvTable(List.of(), List.of());
    }
    List<String> header = records.getFirst().cells().stream().map(String::strip).toList();
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      columns.putIfAbsent(header.get(i), i);
    }
    return new CsvTable(
        header,
        records.stream().skip(1).map(r -> new CsvRow(r.line(), columns, r.cells())).toList());
  }

  private static char separatorOf(String text) {
    String first = text.lines().filter(CsvTable::hasContent).findFirst().orElse("");
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      best = count(first, candidate) > count(first, best) ? candidate : best;
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  private static boolean hasContent(String line) {
    return !line.isBlank() && !line.startsWith("#");
  }

  private record Record(int line, List<String> cells) {}

  /** Walks over the text once. */
  private static final class Splitter {

    private final String text;
    private final char separator;
    private final List<Record> records = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private List<String> cells = new ArrayList<>();
    private boolean quoted;
    private int line = 1;
    private int startLine = 1;

    Splitter(String text, char separator) {
      this.text = text;
      this.separator = separator;
    }

    List<Record> split() {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '"') {
          boolean doubled = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
          if (doubled) {
            cell.append('"');
            i++;
          } else {
            quoted = !quoted;
          }
        } else {
          take(c);
        }
      }
      endRecord();
      return records;
    }

    private void take(char c) {
      if (c == '\n') {
        line++;
      }
      if (quoted) {
        cell.append(c);
      } else if (c == separator) {
        endCell();
      } else if (c == '\n') {
        endRecord();
      } else if (c != '\r') {
        cell.append(c);
      }
    }

    private void endCell() {
      cells.add(cell.toString());
      cell.setLength(0);
    }

    private void endRecord() {
      endCell();
      boolean blank = cells.stream().allMatch(String::isBlank);
      if (!blank && !cells.getFirst().startsWith("#")) {
        records.add(new Record(startLine, List.copyOf(cells)));
      }
      cells = new ArrayList<>();
      startLine = line;
    }
  }
}
