package energy.setpoint.optimizer.ortools;

import com.google.ortools.Loader;
import energy.setpoint.optimizer.linear.SolverUnavailable;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The native part of OR-Tools, loaded once, by whoever needs it first. OR-Tools unpacks it into a
 * temporary folder and marks each file, once it is written, to be deleted when the process ends.
 */
final class NativeLibrary {

  /** Many times what unpacking takes; a disk that hangs must not keep the process. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

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
      CountDownLatch loaded = new CountDownLatch(1);
      try {
        endNotBefore(loaded);
        Loader.loadNativeLibraries();
        return "";
      } catch (LinkageError | RuntimeException e) {
        return "the native library of OR-Tools could not be loaded (" + e.getMessage() + ")";
      } finally {
        loaded.countDown();
      }
    }
  }

  /**
   * Files that are written while the process ends would stay behind: what is marked is deleted only
   * after all shutdown hooks, so a hook that waits is enough.
   *
   * @throws IllegalStateException when the process is ending already, so that nothing is unpacked
   */
  private static void endNotBefore(CountDownLatch loaded) {
    Thread waiting = Thread.ofPlatform().name("native-library").unstarted(() -> await(loaded));
    Runtime.getRuntime().addShutdownHook(waiting);
  }

  private static void await(CountDownLatch loaded) {
    try {
      loaded.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
