package energy.setpoint.optimizer.ortools;

import com.google.ortools.Loader;
import energy.setpoint.optimizer.linear.SolverUnavailable;

/** The native part of OR-Tools, loaded once, by whoever needs it first. */
final class NativeLibrary {

  private NativeLibrary() {}

  /**
   * Returns when the library is there.
   *
   * @throws SolverUnavailable when it cannot be loaded; every later call says the same
   */
  static void require() {
    if (!Loaded.PROBLEM.isEmpty()) {
      throw new SolverUnavailable(Loaded.PROBLEM);
    }
  }

  /** The class loader runs this once, and lets other threads wait for it. */
  private static final class Loaded {
    static final String PROBLEM = load();

    /** What went wrong, or nothing. */
    private static String load() {
      try {
        Loader.loadNativeLibraries();
        return "";
      } catch (LinkageError | RuntimeException e) {
        return "the native library of OR-Tools could not be loaded (" + e.getMessage() + ")";
      }
    }
  }
}
