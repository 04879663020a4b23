package energy.setpoint.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/**
 * A result with what it took.
 *
 * @param cpuSeconds of the whole process, all threads, garbage collection included
 * @param megabytes allocated on the Java heap on the way
 */
record Measured<T>(T result, double cpuSeconds, double megabytes) {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static <T> Measured<T> of(Supplier<T> work) {
    long bytes = THREADS.getTotalThreadAllocatedBytes();
    long nanos = SYSTEM.getProcessCpuTime();
    T result = work.get();
    double seconds = (SYSTEM.getProcessCpuTime() - nanos) / 1e9;
    return new Measured<>(result, seconds, (THREADS.getTotalThreadAllocatedBytes() - bytes) / 1e6);
  }

  /** The quickest of several runs; the first ones warm the compiler up. */
  static <T> Measured<T> best(int runs, Supplier<T> work) {
    Measured<T> best = of(work);
    for (int run = 1; run < runs; run++) {
      Measured<T> next = of(work);
      best = next.cpuSeconds() < best.cpuSeconds() ? next : best;
    }
    return best;
  }
}
