package energy.setpoint.optimizer.interior;

import energy.setpoint.optimizer.interior.factor.SparseMatrix;
import java.util.Arrays;

/**
 * Factors for rows and columns that bring the entries of a matrix near one: geometric means of the
 * least and the greatest entry in turn (Curtis and Reid 1972, simplified by Fourer 1982), then the
 * greatest entry of each column to one. All factors are powers of two, so nothing is rounded.
 *
 * @param row what to multiply each row by
 * @param column what to multiply each column by
 */
record Scaling(double[] row, double[] column) {

  private static final int PASSES = 3;

  static Scaling of(SparseMatrix a) {
    double[] row = new double[a.rows()];
    double[] column = new double[a.columns()];
    Arrays.fill(row, 1);
    Arrays.fill(column, 1);
    Scaling scaling = new Scaling(row, column);
    if (!scaling.isEven(a)) {
      for (int pass = 0; pass < PASSES; pass++) {
        scaling.scaleRows(a);
        scaling.scaleColumns(a, false);
      }
    }
    scaling.scaleColumns(a, true);
    for (int i = 0; i < row.length; i++) {
      row[i] = powerOfTwo(row[i]);
    }
    for (int j = 0; j < column.length; j++) {
      column[j] = powerOfTwo(column[j]);
    }
    return scaling;
  }

  private boolean isEven(SparseMatrix a) {
    double least = Double.MAX_VALUE;
    double most = 0;
    for (int k = 0; k < a.entries(); k++) {
      double size = Math.abs(a.value()[k]);
      if (size > 0) {
        least = Math.min(least, size);
        most = Math.max(most, size);
      }
    }
    return most <= 64 * least;
  }

  private void scaleRows(SparseMatrix a) {
    double[] least = new double[row.length];
    double[] most = new double[row.length];
    Arrays.fill(least, Double.MAX_VALUE);
    for (int j = 0; j < column.length; j++) {
      for (int k = a.start()[j]; k < a.start()[j + 1]; k++) {
        double size = Math.abs(a.value()[k]) * column[j];
        int i = a.row()[k];
        if (size > 0) {
          least[i] = Math.min(least[i], size);
          most[i] = Math.max(most[i], size);
        }
      }
    }
    for (int i = 0; i < row.length; i++) {
      row[i] = most[i] > 0 ? 1 / Math.sqrt(least[i] * most[i]) : 1;
    }
  }

  private void scaleColumns(SparseMatrix a, boolean byGreatest) {
    for (int j = 0; j < column.length; j++) {
      double least = Double.MAX_VALUE;
      double most = 0;
      for (int k = a.start()[j]; k < a.start()[j + 1]; k++) {
        double size = Math.abs(a.value()[k]) * row[a.row()[k]];
        if (size > 0) {
          least = Math.min(least, size);
          most = Math.max(most, size);
        }
      }
      double mean = byGreatest ? most : Math.sqrt(least * most);
      column[j] = most > 0 ? 1 / mean : 1;
    }
  }

  static double powerOfTwo(double size) {
    return Double.isFinite(size) && size > 0 ? Math.scalb(1.0, Math.getExponent(size)) : 1;
  }
}
