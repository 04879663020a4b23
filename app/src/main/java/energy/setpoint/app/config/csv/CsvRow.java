package energy.setpoint.app.config.csv;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A line of a CSV file.
 *
 * @param line counted from 1, the header included
 * @param columns where each column stands
 */
public record CsvRow(int line, Map<String, Integer> columns, List<String> cells) {

  public CsvRow {
    cells = List.copyOf(cells);
  }

  /**
   * The text in a column; empty when the file has no such column or the cell is blank or says
   * {@code NA}.
   */
  public Optional<String> find(String column) {
    return Optional.ofNullable(columns.get(column))
        .filter(index -> index < cells.size())
        .map(index -> cells.get(index).strip())
        .filter(cell -> !cell.isEmpty() && !cell.equals("NA"));
  }

  /**
   * The text in a column.
   *
   * @throws IllegalArgumentException when there is none
   */
  public String get(String column) {
    return find(column).orElseThrow(() -> new IllegalArgumentException(column + " is missing"));
  }
}
