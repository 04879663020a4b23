package energy.setpoint.optimizer.interior;

import energy.setpoint.optimizer.interior.factor.SparseMatrix;
import java.util.Arrays;

/** Builds the {@link StandardForm} of what {@link Presolve} left. */
final class Standardised {

  /** A column with more entries than this is cut into pieces, or it would fill the matrix. */
  private static final int DENSE = 500;

  private static final int PIECE = 200;

  private final Presolve presolve;
  private final LinearProgram program;
  private final int[] newRow;
  private final int[] oldRow;
  private final int[] oldColumn;
  private final SparseMatrix kept;
  private final Scaling scaling;

  private Standardised(Presolve presolve) {
    this.presolve = presolve;
    program = presolve.program;
    newRow = new int[program.rows()];
    oldRow = numbered(presolve.rowGone, newRow);
    oldColumn = numbered(presolve.columnGone, new int[program.columns()]);
    kept = keptEntries();
    scaling = Scaling.of(kept);
  }

  static StandardForm of(Presolve presolve) {
    return new Standardised(presolve).build();
  }

  private static int[] numbered(boolean[] gone, int[] number) {
    int[] old = new int[gone.length];
    int count = 0;
    for (int i = 0; i < gone.length; i++) {
      number[i] = count;
      if (!gone[i]) {
        old[count++] = i;
      }
    }
    return Arrays.copyOf(old, count);
  }

  private SparseMatrix keptEntries() {
    SparseMatrix all = presolve.byColumn;
    int[] start = new int[oldColumn.length + 1];
    int[] row = new int[all.entries()];
    double[] value = new double[all.entries()];
    int end = 0;
    for (int j = 0; j < oldColumn.length; j++) {
      for (int k = all.start()[oldColumn[j]]; k < all.start()[oldColumn[j] + 1]; k++) {
        if (!presolve.rowGone[all.row()[k]] && all.value()[k] != 0) {
          row[end] = newRow[all.row()[k]];
          value[end++] = all.value()[k];
        }
      }
      start[j + 1] = end;
    }
    return new SparseMatrix(oldRow.length, start, row, value);
  }

  private boolean hasLower(int column) {
    return presolve.lower[column] > Double.NEGATIVE_INFINITY;
  }

  private boolean hasUpper(int column) {
    return presolve.upper[column] < Double.POSITIVE_INFINITY;
  }

  /** 0 for two bounds, 1 for one, 2 for none. */
  private int kind(int column) {
    return (hasLower(column) ? 0 : 1) + (hasUpper(column) ? 0 : 1);
  }

  private int slackKind(int row) {
    double lower = presolve.rowLower[row];
    double upper = presolve.rowUpper[row];
    if (lower == upper) {
      return -1;
    }
    return Double.isInfinite(lower) || Double.isInfinite(upper) ? 1 : 0;
  }

  private StandardForm build() {
    int[] counts = new int[3];
    int slacks = 0;
    int links = 0;
    for (int j = 0; j < oldColumn.length; j++) {
      counts[kind(oldColumn[j])] += pieces(j);
      links += pieces(j) - 1;
    }
    for (int row : oldRow) {
      int kind = slackKind(row);
      if (kind >= 0) {
        counts[kind]++;
        slacks++;
      }
    }
    return new Filling(slacks, links, counts).fill();
  }

  private int pieces(int j) {
    int entries = kept.start()[j + 1] - kept.start()[j];
    return entries <= DENSE ? 1 : (entries + PIECE - 1) / PIECE;
  }

  /** The arrays of the form while they are filled. */
  private final class Filling {
    final int boxed;
    final int bounded;
    final int[] start;
    final int[] row;
    final double[] value;
    final double[] cost;
    final double[] upper;
    final double[] rhs;
    final int[] source;
    final double[] factor;
    final double[] shift;
    int column;
    int end;

    /** The equation that ties the next two pieces of a column together. */
    int link = oldRow.length;

    Filling(int slacks, int links, int[] counts) {
      int columns = oldColumn.length + slacks + links;
      rhs = new double[oldRow.length + links];
      boxed = counts[0];
      bounded = counts[0] + counts[1];
      start = new int[columns + 1];
      row = new int[kept.entries() + slacks + 2 * links];
      value = new double[row.length];
      cost = new double[columns];
      upper = new double[boxed];
      source = new int[columns];
      factor = new double[columns];
      shift = new double[columns];
    }

    StandardForm fill() {
      for (int i = 0; i < oldRow.length; i++) {
        double bound = presolve.rowLower[oldRow[i]];
        bound = Double.isInfinite(bound) ? presolve.rowUpper[oldRow[i]] : bound;
        rhs[i] = scaling.row()[i] * (bound - goneActivity(oldRow[i]));
      }
      for (int kind = 0; kind < 3; kind++) {
        addSlacks(kind);
        for (int length = 1; length <= 4; length++) {
          addColumns(kind, length);
        }
      }
      double costScale = costScale();
      double[] priceFactor = new double[rhs.length];
      int[] sourceRow = Arrays.copyOf(oldRow, rhs.length);
      Arrays.fill(sourceRow, oldRow.length, rhs.length, -1);
      for (int i = 0; i < oldRow.length; i++) {
        priceFactor[i] = scaling.row()[i] / costScale;
      }
      for (int j = 0; j < cost.length; j++) {
        cost[j] *= costScale;
      }
      SparseMatrix matrix = new SparseMatrix(rhs.length, start, row, value);
      return new StandardForm(
          boxed,
          bounded,
          matrix,
          cost,
          upper,
          rhs,
          source,
          factor,
          shift,
          sourceRow,
          priceFactor,
          costScale);
    }

    private double goneActivity(int oldRow) {
      double sum = 0;
      for (int k = program.rowStart()[oldRow]; k < program.rowStart()[oldRow + 1]; k++) {
        int j = program.column()[k];
        sum += presolve.columnGone[j] ? program.value()[k] * presolve.value[j] : 0;
      }
      return sum;
    }

    private void addSlacks(int kind) {
      for (int i = 0; i < oldRow.length; i++) {
        int old = oldRow[i];
        if (slackKind(old) == kind) {
          source[column] = -1 - old;
          if (kind == 0) {
            upper[column] = scaling.row()[i] * (presolve.rowUpper[old] - presolve.rowLower[old]);
          }
          row[end] = i;
          value[end++] = Double.isInfinite(presolve.rowLower[old]) ? 1 : -1;
          start[++column] = end;
        }
      }
    }

    /** Those with so many entries; columns of one length follow each other. */
    private void addColumns(int kind, int length) {
      for (int j = 0; j < oldColumn.length; j++) {
        int entries = Math.min(4, kept.start()[j + 1] - kept.start()[j]);
        if (entries == length && kind(oldColumn[j]) == kind) {
          addPieces(j);
        }
      }
    }

    /** One column, or several that equations make equal (Vanderbei 1991). */
    private void addPieces(int j) {
      int pieces = pieces(j);
      int from = kept.start()[j];
      int all = kept.start()[j + 1] - from;
      for (int piece = 0; piece < pieces; piece++) {
        addHead(j, piece);
        addEntries(from + piece * all / pieces, from + (piece + 1) * all / pieces);
        if (piece > 0) {
          addEntry(link++, -1);
        }
        if (piece < pieces - 1) {
          addEntry(link, 1);
        }
        start[++column] = end;
      }
    }

    /** What belongs to a column but its entries; only the first piece is known outside. */
    private void addHead(int j, int piece) {
      int old = oldColumn[j];
      boolean mirrored = !hasLower(old) && hasUpper(old);
      factor[column] = mirrored ? -scaling.column()[j] : scaling.column()[j];
      shift[column] = mirrored ? presolve.upper[old] : hasLower(old) ? presolve.lower[old] : 0;
      source[column] = piece == 0 ? old : StandardForm.PIECE;
      cost[column] = piece == 0 ? factor[column] * program.cost()[old] : 0;
      if (kind(old) == 0) {
        upper[column] = (presolve.upper[old] - presolve.lower[old]) / factor[column];
      }
    }

    private void addEntries(int from, int to) {
      for (int k = from; k < to; k++) {
        int i = kept.row()[k];
        double scaled = scaling.row()[i] * kept.value()[k];
        rhs[i] -= scaled * shift[column];
        addEntry(i, scaled * factor[column]);
      }
    }

    private void addEntry(int equation, double entry) {
      row[end] = equation;
      value[end++] = entry;
    }

    /** Brings the greatest cost near one. */
    private double costScale() {
      double most = Iterate.largest(cost);
      return most == 0 ? 1 : Scaling.powerOfTwo(1 / most);
    }
  }
}
