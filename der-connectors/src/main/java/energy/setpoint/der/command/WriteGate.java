package energy.setpoint.der.command;

/**
 * When a power may be written to a device whose memory wears out. Only what lets a battery charge
 * more, or an inverter produce more, waits for the shortest interval. Everything else relieves a
 * fuse or may relieve one, and goes at once.
 *
 * <p>Times are those of {@link System#nanoTime()}.
 */
public final class WriteGate {

  private final long intervalNanos;
  private long raiseNanos;

  /** The most that the device may be at, in W; infinite while nobody knows. */
  private double most = Double.POSITIVE_INFINITY;

  /**
   * A gate for a device of which nothing is known.
   *
   * @param intervalNanos between a write and one that raises the power
   * @param nowNanos the time now
   */
  public WriteGate(long intervalNanos, long nowNanos) {
    this.intervalNanos = intervalNanos;
    this.raiseNanos = nowNanos;
  }

  /**
   * When a power may be written, now or later.
   *
   * @param watts load convention; of an inverter's limit the magnitude
   */
  public long earliest(double watts, long nowNanos) {
    return watts > Math.max(0, most) ? earliestRaise(nowNanos) : nowNanos;
  }

  /** When something may be written that lets more power flow. */
  public long earliestRaise(long nowNanos) {
    return raiseNanos - nowNanos > 0 ? raiseNanos : nowNanos;
  }

  /** Takes note that a power is written: the device may be at it from now on, or not yet. */
  public void writing(double watts, long nowNanos) {
    raiseNanos = nowNanos + intervalNanos;
    most = Math.max(most, watts);
  }

  /** Takes note that the device is at a power. */
  public void confirmed(double watts) {
    most = watts;
  }

  /** Takes note that the device may be at any power: it was let go, or may have restarted. */
  public void forget() {
    most = Double.POSITIVE_INFINITY;
  }
}
