package energy.setpoint.optimizer.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A linear program: named columns with bounds and named rows over them. It holds no objective; that
 * is given to the solver, because one program is solved for several goals in turn.
 */
public final class LinearModel {

  private final List<String> names = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private double[] lower = new double[64];
  private double[] upper = new double[64];
  private int[] lastRow = new int[64];

  /**
   * Adds a column.
   *
   * @param lower at most {@code upper}; may be minus infinity
   * @param upper may be infinity
   */
  public Variable variable(String name, double lower, double upper) {
    int index = names.size();
    if (index == this.lower.length) {
      this.lower = Arrays.copyOf(this.lower, index * 2);
      this.upper = Arrays.copyOf(this.upper, index * 2);
      lastRow = Arrays.copyOf(lastRow, index * 2);
    }
    names.add(name);
    lastRow[index] = -1;
    Variable variable = new Variable(index);
    bound(variable, lower, upper);
    return variable;
  }

  /** Replaces the bounds of a column. */
  public void bound(Variable variable, double lower, double upper) {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException(
          name(variable) + " cannot lie between " + lower + " and " + upper + ".");
    }
    this.lower[variable.index()] = lower;
    this.upper[variable.index()] = upper;
  }

  public void atMost(String name, Terms terms, double upper) {
    row(name, Double.NEGATIVE_INFINITY, terms, upper);
  }

  public void atLeast(String name, Terms terms, double lower) {
    row(name, lower, terms, Double.POSITIVE_INFINITY);
  }

  public void equal(String name, Terms terms, double value) {
    row(name, value, terms, value);
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException when a variable occurs twice in it or its bounds are crossed
   */
  public void row(String name, double lower, Terms terms, double upper) {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException(
          "Row " + name + " cannot lie between " + lower + " and " + upper + ".");
    }
    for (int i = 0; i < terms.size(); i++) {
      int column = terms.column(i);
      if (lastRow[column] == rows.size()) {
        throw new IllegalArgumentException(
            names.get(column) + " occurs twice in row " + name + ".");
      }
      lastRow[column] = rows.size();
    }
    rows.add(new Row(name, lower, terms, upper));
  }

  /** The number of columns. */
  public int columns() {
    return names.size();
  }

  public List<Row> rows() {
    return Collections.unmodifiableList(rows);
  }

  public String name(Variable variable) {
    return names.get(variable.index());
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

  /** The program in words, one line for each column and row; for tests and for people. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      text.append(lower[i] + " <= " + names.get(i) + " <= " + upper[i] + "\n");
    }
    for (Row row : rows) {
      text.append(row.name() + ": " + row.lower() + " <=");
      for (int i = 0; i < row.terms().size(); i++) {
        text.append(" + " + row.terms().factor(i) + " " + names.get(row.terms().column(i)));
      }
      text.append(" <= " + row.upper() + "\n");
    }
    return text.toString();
  }
}
