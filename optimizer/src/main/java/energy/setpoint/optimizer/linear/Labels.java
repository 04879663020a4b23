package energy.setpoint.optimizer.linear;

import java.util.Arrays;

/** Names in parts, one after the other. */
final class Labels {

  private String[] whats = new String[256];
  private String[] ofs = new String[256];
  private int[] steps = new int[256];
  private int size;

  /** Returns the index of the new name. */
  int add(String what, String of, int step) {
    if (size == steps.length) {
      whats = Arrays.copyOf(whats, size * 2);
      ofs = Arrays.copyOf(ofs, size * 2);
      steps = Arrays.copyOf(steps, size * 2);
    }
    whats[size] = what;
    ofs[size] = of;
    steps[size] = step;
    return size++;
  }

  int size() {
    return size;
  }

  String what(int index) {
    return whats[index];
  }

  String of(int index) {
    return ofs[index];
  }

  int step(int index) {
    return steps[index];
  }

  /** "charge[vehicle van,3]". */
  String inBrackets(int index) {
    String of = ofs[index];
    int step = steps[index];
    String inside = of + (step < 0 ? "" : (of.isEmpty() ? "" : ",") + step);
    return whats[index] + (inside.isEmpty() ? "" : "[" + inside + "]");
  }

  /** "fuse L1 of circuit west @3". */
  String atStep(int index) {
    return whats[index] + (steps[index] < 0 ? "" : " @" + steps[index]);
  }
}
