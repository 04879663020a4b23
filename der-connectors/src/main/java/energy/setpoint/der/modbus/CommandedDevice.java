package energy.setpoint.der.modbus;

import com.ghgande.j2mod.modbus.ModbusException;
import energy.setpoint.core.port.CommandOutcome;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.Interval;
import energy.setpoint.der.device.Backoff;
import energy.setpoint.der.device.DeviceFeed;
import energy.setpoint.der.template.DeviceKind;
import energy.setpoint.der.template.Heartbeat;
import energy.setpoint.der.template.ReadBack;
import energy.setpoint.der.template.RegisterControl;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A device that is kept on its latest command while the lease lasts. Commands come on any thread;
 * everything else happens on the thread of the endpoint, which alone talks to the device.
 */
final class CommandedDevice implements DueWork {

  private static final Logger log = LoggerFactory.getLogger(CommandedDevice.class);

  /** What comes next. */
  private enum Step {
    REST,
    WRITE,
    VERIFY,
    RELEASE
  }

  private final DeviceFeed feed;
  private final RegisterControl control;
  private final CommandRegisters registers;
  private final Runnable wakeEndpoint;
  private final AtomicReference<@Nullable Command> arriving = new AtomicReference<>();
  private final Backoff backoff = new Backoff();
  private volatile boolean closed;

  private @Nullable Command current;
  private Step step = Step.REST;
  private long dueNanos;
  private long endNanos;
  private long beatNanos = System.nanoTime();
  private long mayWriteNanos = System.nanoTime();
  private @Nullable Power inForce;
  private int mismatches;
  private boolean failing;

  CommandedDevice(
      DeviceFeed feed, ModbusUnit unit, RegisterControl control, Runnable wakeEndpoint) {
    this.feed = feed;
    this.control = control;
    this.registers = new CommandRegisters(unit, feed.template().kind(), control);
    this.wakeEndpoint = wakeEndpoint;
  }

  @Override
  public DeviceFeed feed() {
    return feed;
  }

  /**
   * Takes a command; the last one wins. Completes normally, when the device has taken it or not.
   */
  CompletionStage<CommandOutcome> command(Power wanted, Interval validity) {
    Power sent = control.clamp(wanted);
    Command next = new Command(sent, validity);
    if (!sent.equals(wanted)) {
      log.warn("Device {} is asked for {} and gets {}, its limit", feed.device(), wanted, sent);
    }
    Command overtaken = arriving.getAndSet(next);
    if (overtaken != null) {
      overtaken.overtaken();
    }
    if (closed) {
      refuseArriving();
    }
    wakeEndpoint.run();
    boolean isTooWeak = feed.template().kind() == DeviceKind.INVERTER && sent.compareTo(wanted) > 0;
    return isTooWeak ? next.outcome().thenApply(_ -> notLowEnough(wanted, sent)) : next.outcome();
  }

  private static CommandOutcome notLowEnough(Power wanted, Power sent) {
    return new CommandOutcome.Failed(
        "The inverter cannot be limited to " + wanted + ", only to " + sent + ".");
  }

  @Override
  public long nanosUntilDue() {
    if (arriving.get() != null) {
      return 0;
    }
    long now = System.nanoTime();
    long due = step == Step.REST ? NEVER_NANOS : dueNanos - now;
    if (current != null) {
      due = Math.min(due, endNanos - now);
      due = beats() ? Math.min(due, beatNanos - now) : due;
    }
    return due;
  }

  private boolean beats() {
    return control.heartbeat().isPresent() && registers.inControl();
  }

  @Override
  public void work() throws ModbusException, IOException {
    Command next = arriving.getAndSet(null);
    if (next != null) {
      take(next);
    }
    long now = System.nanoTime();
    Command command = current;
    if (command != null && now - endNanos >= 0) {
      end(command);
    } else if (command != null && beats() && now - beatNanos >= 0) {
      beat(control.heartbeat().orElseThrow());
    } else if (now - dueNanos >= 0) {
      switch (step) {
        case WRITE -> write();
        case VERIFY -> verify(control.readBack().orElseThrow());
        case RELEASE -> release();
        case REST -> {}
      }
    }
  }

  private void take(Command next) {
    Command previous = current;
    current = next;
    endNanos = nanosAt(next.validity().end());
    if (previous != null) {
      previous.overtaken();
    }
    if (next.power().equals(inForce) && registers.inControl()) {
      // Refreshed when it is due, not with every lease: some memories wear out.
      next.applied();
      return;
    }
    inForce = null;
    mismatches = 0;
    plan(Step.WRITE, later(nanosAt(next.validity().start()), mayWriteNanos));
  }

  private void write() throws ModbusException, IOException {
    Command command = current;
    if (command == null) {
      step = Step.REST;
      return;
    }
    long now = System.nanoTime();
    mayWriteNanos = now + nanos(control.shortestInterval());
    registers.command(command.power());
    if (control.readBack().isPresent()) {
      plan(Step.VERIFY, now + nanos(control.readBack().get().after()));
    } else {
      follows(command);
    }
  }

  private void verify(ReadBack how) throws ModbusException, IOException {
    Command command = current;
    if (command == null) {
      step = Step.REST;
      return;
    }
    OptionalDouble found = registers.readBack(how);
    double wanted = command.power().watts();
    if (found.isPresent() && Math.abs(found.getAsDouble() - wanted) <= how.toleranceW()) {
      follows(command);
      return;
    }
    mismatches++;
    String reason =
        "was told %s and says %s"
            .formatted(command.power(), found.isPresent() ? found.getAsDouble() + " W" : "nothing");
    if (mismatches <= how.retries()) {
      log.debug("Device {} {}; it is told again", feed.device(), reason);
      plan(Step.WRITE, later(System.nanoTime(), mayWriteNanos));
    } else {
      planRetry(reason);
    }
  }

  private void follows(Command command) {
    if (failing || !command.power().equals(inForce)) {
      log.info(
          "Device {} follows {} until {}",
          feed.device(),
          command.power(),
          command.validity().end());
    }
    inForce = command.power();
    failing = false;
    mismatches = 0;
    backoff.reset();
    command.applied();
    plan(Step.WRITE, System.nanoTime() + nanos(control.refresh()));
  }

  private void beat(Heartbeat heartbeat) throws ModbusException, IOException {
    beatNanos = System.nanoTime() + nanos(heartbeat.every());
    registers.beat(heartbeat);
  }

  /** The lease is over. An inverter then does what it does by itself; a battery is let go. */
  private void end(Command command) throws ModbusException, IOException {
    command.failed("The lease ended before the device had taken the command.");
    current = null;
    inForce = null;
    step = Step.REST;
    if (feed.template().kind() == DeviceKind.BATTERY && registers.needsRelease()) {
      plan(Step.RELEASE, later(System.nanoTime(), mayWriteNanos));
    }
  }

  private void release() throws ModbusException, IOException {
    registers.release();
    step = Step.REST;
    failing = false;
    backoff.reset();
    log.info("Device {} was let go", feed.device());
  }

  @Override
  public void planRetry(String reason) {
    Command command = current;
    if (command != null) {
      command.failed("Device " + feed.device() + " " + reason + ".");
    }
    if (step != Step.REST && !failing) {
      log.warn("Device {} does not follow: {}", feed.device(), reason);
      failing = true;
    }
    contactLost();
    long next = later(System.nanoTime() + nanos(backoff.next()), mayWriteNanos);
    plan(step == Step.VERIFY ? Step.WRITE : step, next);
  }

  /** What the device was told may be forgotten: it is told again, and prepared for it. */
  void contactLost() {
    registers.contactLost();
    mismatches = 0;
    if (inForce != null) {
      inForce = null;
      dueNanos = later(System.nanoTime(), mayWriteNanos);
    }
  }

  /** Lets the device go, as the last thing that is done. */
  void close() throws ModbusException, IOException {
    closed = true;
    refuseArriving();
    Command command = current;
    if (command != null) {
      command.failed("The engine stops.");
    }
    if (registers.needsRelease()) {
      registers.release();
    }
  }

  /** Takes and repeats no more commands, and writes nothing. */
  void retire(String reason) {
    closed = true;
    refuseArriving();
    planRetry(reason);
  }

  private void refuseArriving() {
    Command refused = arriving.getAndSet(null);
    if (refused != null) {
      refused.failed("The engine stops.");
    }
  }

  private void plan(Step next, long atNanos) {
    step = next;
    dueNanos = atNanos;
  }

  private long nanosAt(Instant when) {
    Duration ahead = Duration.between(feed.pace().timeline().instant(), when);
    return System.nanoTime()
        + (ahead.isNegative() ? 0 : feed.pace().timeline().realTime(ahead).toNanos());
  }

  private long nanos(Duration siteTime) {
    return siteTime.isZero() ? 0 : feed.pace().wait(siteTime).toNanos();
  }

  private static long later(long a, long b) {
    return a - b >= 0 ? a : b;
  }
}
