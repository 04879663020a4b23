package energy.setpoint.optimizer.linear;

import java.util.Arrays;

/** Adds up what a sum has of the same variable, in the order in which they first occur. */
final class Merging {

  /** Where each column was put last; only to be trusted where the column is found there. */
  private int[] placeOf = new int[256];

  /** The same sum with every variable at most once. */
  Terms of(Terms terms) {
    double[] factors = new double[terms.size()];
    int[] columns = new int[terms.size()];
    int count = 0;
    for (int i = 0; i < terms.size(); i++) {
      int column = terms.column(i);
      int place = lastPlace(column);
      if (place >= count || columns[place] != column) {
        place = count++;
        columns[place] = column;
        placeOf[column] = place;
      }
      factors[place] += terms.factor(i);
    }
    Terms merged = new Terms();
    for (int i = 0; i < count; i++) {
      merged.plus(new Variable(columns[i]), factors[i]);
    }
    return merged;
  }

  private int lastPlace(int column) {
    if (column >= placeOf.length) {
      placeOf = Arrays.copyOf(placeOf, Math.max(placeOf.length * 2, column + 1));
    }
    return placeOf[column];
  }
}
