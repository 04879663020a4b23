package energy.setpoint.der.modbus;

/** What comes next for a commanded device, and when. */
final class Agenda {

  /** What can be done for it. */
  enum Step {
    REST,
    WRITE,
    VERIFY,
    RELEASE
  }

  private Step step = Step.REST;
  private long dueNanos;

  Step step() {
    return step;
  }

  /** Plans a step for a time of {@link System#nanoTime()}. */
  void plan(Step next, long atNanos) {
    step = next;
    dueNanos = atNanos;
  }

  void rest() {
    step = Step.REST;
  }

  /** How long until the step is due; negative when it is overdue. */
  long nanosUntilDue(long nowNanos) {
    return step == Step.REST ? DueWork.NEVER_NANOS : dueNanos - nowNanos;
  }
}
