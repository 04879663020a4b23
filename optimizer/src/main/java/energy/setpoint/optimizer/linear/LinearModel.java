package energy.setpoint.optimizer.linear;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A linear program: columns with bounds, some of which may have to be whole numbers, and rows over
 * them. It holds no objective; that is given to the solver, because one program is solved for
 * several goals in turn. Rows lie one after the other in flat arrays, so that a program of a
 * hundred thousand columns is built in milliseconds. Names are kept as their parts and put together
 * only when somebody reads them.
 */
public final class LinearModel {

  private final Labels columnLabels = new Labels();
  private final Labels rowLabels = new Labels();
  private final BitSet whole = new BitSet();
  private double[] lower = new double[256];
  private double[] upper = new double[256];
  private int[] lastRow = new int[256];
  private int[] placeOf = new int[256];
  private double[] rowLower = new double[256];
  private double[] rowUpper = new double[256];
  private int[] rowStart = new int[257];
  private int[] columnOf = new int[1024];
  private double[] factorOf = new double[1024];

  /**
   * Adds a column.
   *
   * @param what and the next two name it: "charge", "vehicle van", 3
   * @param step -1 for none
   * @param lower at most {@code upper}; may be minus infinity
   * @param upper may be infinity
   */
  public Variable variable(String what, String of, int step, double lower, double upper) {
    int index = columnLabels.add(what, of, step);
    if (index == this.lower.length) {
      this.lower = Arrays.copyOf(this.lower, index * 2);
      this.upper = Arrays.copyOf(this.upper, index * 2);
      lastRow = Arrays.copyOf(lastRow, index * 2);
      placeOf = Arrays.copyOf(placeOf, index * 2);
    }
    lastRow[index] = -1;
    Variable variable = new Variable(index);
    bound(variable, lower, upper);
    return variable;
  }

  /** Adds a column that belongs to no step. */
  public Variable variable(String name, double lower, double upper) {
    return variable(name, "", -1, lower, upper);
  }

  /** Adds a column like one of another program, and returns its index. */
  int copyColumn(LinearModel other, int column) {
    Labels labels = other.columnLabels;
    return variable(
            labels.what(column),
            labels.of(column),
            labels.step(column),
            other.lower[column],
            other.upper[column])
        .index();
  }

  /** Adds a column that is 0 or 1. */
  public Variable binary(String what, String of, int step) {
    Variable variable = variable(what, of, step, 0, 1);
    whole.set(variable.index());
    return variable;
  }

  /** Adds a column that is a whole number from 0 to a most. */
  public Variable whole(String what, String of, int step, int most) {
    Variable variable = variable(what, of, step, 0, most);
    whole.set(variable.index());
    return variable;
  }

  /** Replaces the bounds of a column. */
  public void bound(Variable variable, double lower, double upper) {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException(
          name(variable.index()) + " cannot lie between " + lower + " and " + upper + ".");
    }
    this.lower[variable.index()] = lower;
    this.upper[variable.index()] = upper;
  }

  public void atMost(String subject, int step, Terms terms, double upper) {
    row(subject, step, Double.NEGATIVE_INFINITY, terms, upper);
  }

  public void atLeast(String subject, int step, Terms terms, double lower) {
    row(subject, step, lower, terms, Double.POSITIVE_INFINITY);
  }

  public void equal(String subject, int step, Terms terms, double value) {
    row(subject, step, value, terms, value);
  }

  /**
   * Adds a row and returns its index.
   *
   * @param step -1 for none
   * @throws IllegalArgumentException when a variable occurs twice in it or its bounds are crossed
   */
  public int row(String subject, int step, double lower, Terms terms, double upper) {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException(
          "Row " + subject + " cannot lie between " + lower + " and " + upper + ".");
    }
    int index = rowLabels.add(subject, "", step);
    if (index == rowLower.length) {
      rowLower = Arrays.copyOf(rowLower, index * 2);
      rowUpper = Arrays.copyOf(rowUpper, index * 2);
      rowStart = Arrays.copyOf(rowStart, index * 2 + 1);
    }
    rowLower[index] = lower;
    rowUpper[index] = upper;
    append(index, terms);
    return index;
  }

  private void append(int row, Terms terms) {
    int at = rowStart[row];
    if (at + terms.size() > columnOf.length) {
      int length = Math.max(columnOf.length * 2, at + terms.size());
      columnOf = Arrays.copyOf(columnOf, length);
      factorOf = Arrays.copyOf(factorOf, length);
    }
    for (int i = 0; i < terms.size(); i++) {
      int column = terms.column(i);
      if (lastRow[column] == row) {
        throw new IllegalArgumentException(name(column) + " occurs twice in " + rowName(row) + ".");
      }
      lastRow[column] = row;
      columnOf[at] = column;
      factorOf[at++] = terms.factor(i);
    }
    rowStart[row + 1] = at;
  }

  /** The same sum with every variable at most once. */
  public Terms merged(Terms terms) {
    Terms merged = new Terms();
    double[] factors = new double[terms.size()];
    int[] columns = new int[terms.size()];
    int count = 0;
    for (int i = 0; i < terms.size(); i++) {
      int column = terms.column(i);
      int place = placeOf[column];
      if (place >= count || columns[place] != column) {
        place = count++;
        columns[place] = column;
        placeOf[column] = place;
      }
      factors[place] += terms.factor(i);
    }
    for (int i = 0; i < count; i++) {
      merged.plus(new Variable(columns[i]), factors[i]);
    }
    return merged;
  }

  /** The number of columns. */
  public int columns() {
    return columnLabels.size();
  }

  /** The number of rows. */
  public int rows() {
    return rowLabels.size();
  }

  /** The number of factors in all rows together. */
  public int entries() {
    return rowStart[rows()];
  }

  /** Where a row's entries begin; those of row {@code rows()} would begin at {@link #entries()}. */
  public int start(int row) {
    return rowStart[row];
  }

  /** The column of an entry. */
  public int column(int entry) {
    return columnOf[entry];
  }

  /** The factor of an entry. */
  public double factor(int entry) {
    return factorOf[entry];
  }

  public double rowLower(int row) {
    return rowLower[row];
  }

  public double rowUpper(int row) {
    return rowUpper[row];
  }

  public double lower(int column) {
    return lower[column];
  }

  public double upper(int column) {
    return upper[column];
  }

  public double lower(Variable variable) {
    return lower[variable.index()];
  }

  public double upper(Variable variable) {
    return upper[variable.index()];
  }

  /** Whether a column has to be a whole number. */
  public boolean isWhole(int column) {
    return whole.get(column);
  }

  /** Whether any column has to be a whole number. */
  public boolean hasWholeColumns() {
    return !whole.isEmpty();
  }

  /** "charge[vehicle van,3]". */
  public String name(int column) {
    String of = columnLabels.of(column);
    int step = columnLabels.step(column);
    String inside = of + (step < 0 ? "" : (of.isEmpty() ? "" : ",") + step);
    return columnLabels.what(column) + (inside.isEmpty() ? "" : "[" + inside + "]");
  }

  /** Whose column it is: "vehicle van"; empty when nobody's. */
  public String owner(int column) {
    return columnLabels.of(column);
  }

  /** "fuse L1 of circuit west @3". */
  public String rowName(int row) {
    int step = rowLabels.step(row);
    return rowLabels.what(row) + (step < 0 ? "" : " @" + step);
  }

  /** What a row is about, without its step. */
  public String subject(int row) {
    return rowLabels.what(row);
  }

  /** The step that a row is about, or -1. */
  public int step(int row) {
    return rowLabels.step(row);
  }

  /** The value of a row's sum. */
  public double activity(int row, double[] values) {
    double sum = 0;
    for (int entry = rowStart[row]; entry < rowStart[row + 1]; entry++) {
      sum += factorOf[entry] * values[columnOf[entry]];
    }
    return sum;
  }

  /** The program in words, one line for each column and row; for tests and for people. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < columns(); i++) {
      text.append(lower[i] + " <= " + name(i) + " <= " + upper[i]);
      text.append(isWhole(i) ? ", whole\n" : "\n");
    }
    for (int row = 0; row < rows(); row++) {
      text.append(rowName(row) + ": " + rowLower[row] + " <=");
      for (int entry = rowStart[row]; entry < rowStart[row + 1]; entry++) {
        text.append(" + " + factorOf[entry] + " " + name(columnOf[entry]));
      }
      text.append(" <= " + rowUpper[row] + "\n");
    }
    return text.toString();
  }
}
