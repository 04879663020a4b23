package energy.setpoint.optimizer.interior;

import energy.setpoint.optimizer.interior.factor.SparseMatrix;
import java.util.Arrays;

/** Fills the {@link StandardForm} with what {@link Presolve} left. */
final class Standardised {

  private final Reduced reduced;
  private final Kept kept;
  private final Scaling scaling;
  private final int boxed;
  private final int bounded;
  private final int[] start;
  private final int[] row;
  private final double[] value;
  private final double[] cost;
  private final double[] upper;
  private final double[] rhs;
  private final int[] source;
  private final double[] factor;
  private final double[] shift;
  private int column;
  private int end;

  /** The equation that ties the next two pieces of a column together. */
  private int link;

  private Standardised(Reduced reduced, Kept kept, Kept.Sizes sizes) {
    this.reduced = reduced;
    this.kept = kept;
    scaling = Scaling.of(kept.entries);
    rhs = new double[kept.oldRow.length + sizes.links()];
    boxed = sizes.kinds()[0];
    bounded = sizes.kinds()[0] + sizes.kinds()[1];
    int columns = kept.oldColumn.length + sizes.slacks() + sizes.links();
    start = new int[columns + 1];
    row = new int[kept.entries.entries() + sizes.slacks() + 2 * sizes.links()];
    value = new double[row.length];
    cost = new double[columns];
    upper = new double[boxed];
    source = new int[columns];
    factor = new double[columns];
    shift = new double[columns];
    link = kept.oldRow.length;
  }

  static StandardForm of(Reduced reduced) {
    Kept kept = new Kept(reduced);
    return new Standardised(reduced, kept, kept.sizes()).fill();
  }

  private StandardForm fill() {
    for (int i = 0; i < kept.oldRow.length; i++) {
      double bound = reduced.rowLower[kept.oldRow[i]];
      bound = Double.isInfinite(bound) ? reduced.rowUpper[kept.oldRow[i]] : bound;
      rhs[i] = scaling.row()[i] * (bound - reduced.fixedPart(kept.oldRow[i]));
    }
    for (int kind = 0; kind < 3; kind++) {
      addSlacks(kind);
      for (int length = 1; length <= 4; length++) {
        addColumns(kind, length);
      }
    }
    return scaled(costScale());
  }

  /** The form, with its costs scaled. */
  private StandardForm scaled(double costScale) {
    double[] priceFactor = new double[rhs.length];
    int[] sourceRow = Arrays.copyOf(kept.oldRow, rhs.length);
    Arrays.fill(sourceRow, kept.oldRow.length, rhs.length, -1);
    for (int i = 0; i < kept.oldRow.length; i++) {
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

  private void addSlacks(int kind) {
    for (int i = 0; i < kept.oldRow.length; i++) {
      int old = kept.oldRow[i];
      if (kept.slackKind(old) == kind) {
        source[column] = -1 - old;
        if (kind == 0) {
          upper[column] = scaling.row()[i] * (reduced.rowUpper[old] - reduced.rowLower[old]);
        }
        row[end] = i;
        value[end++] = Double.isInfinite(reduced.rowLower[old]) ? 1 : -1;
        start[++column] = end;
      }
    }
  }

  /** Those with so many entries; columns of one length follow each other. */
  private void addColumns(int kind, int length) {
    for (int j = 0; j < kept.oldColumn.length; j++) {
      int entries = Math.min(4, kept.entries.start()[j + 1] - kept.entries.start()[j]);
      if (entries == length && kept.kind(kept.oldColumn[j]) == kind) {
        addPieces(j);
      }
    }
  }

  /** One column, or several that equations make equal (Vanderbei 1991). */
  private void addPieces(int j) {
    int pieces = kept.pieces(j);
    int from = kept.entries.start()[j];
    int all = kept.entries.start()[j + 1] - from;
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
    int old = kept.oldColumn[j];
    boolean mirrored = !kept.hasLower(old) && kept.hasUpper(old);
    factor[column] = mirrored ? -scaling.column()[j] : scaling.column()[j];
    shift[column] = mirrored ? reduced.upper[old] : kept.hasLower(old) ? reduced.lower[old] : 0;
    source[column] = piece == 0 ? old : StandardForm.PIECE;
    cost[column] = piece == 0 ? factor[column] * reduced.program.cost()[old] : 0;
    if (kept.kind(old) == 0) {
      upper[column] = (reduced.upper[old] - reduced.lower[old]) / factor[column];
    }
  }

  private void addEntries(int from, int to) {
    for (int k = from; k < to; k++) {
      int i = kept.entries.row()[k];
      double scaled = scaling.row()[i] * kept.entries.value()[k];
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
