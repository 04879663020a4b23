package energy.setpoint.der.modbus;

import com.ghgande.j2mod.modbus.ModbusException;
import energy.setpoint.core.port.CommandOutcome;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.Interval;
import energy.setpoint.der.command.Command;
import energy.setpoint.der.command.CommandInbox;
import energy.setpoint.der.device.DeviceFeed;
import energy.setpoint.der.modbus.Agenda.Step;
import energy.setpoint.der.template.DeviceKind;
import energy.setpoint.der.template.Heartbeat;
import energy.setpoint.der.template.ReadBack;
import energy.setpoint.der.template.RegisterControl;
import java.io.IOException;
import java.util.OptionalDouble;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A device that is kept on its latest command while the lease lasts. Commands come on any thread;
 * everything else happens on the thread of the endpoint, which alone talks to the device.
 */
final class CommandedDevice implements DueWork {

  private final DeviceFeed feed;
  private final RegisterControl control;
  private final CommandRegisters registers;
  private final CommandInbox inbox = new CommandInbox();
  private final SiteWaits waits;
  private final KnownPower known;
  private final Compliance compliance;
  private final Agenda agenda = new Agenda();
  private final Runnable wakeEndpoint;

  private @Nullable Command current;
  private long endNanos;
  private long refreshNanos;
  private long beatNanos = System.nanoTime();

  CommandedDevice(
      DeviceFeed feed, ModbusUnit unit, RegisterControl control, Runnable wakeEndpoint) {
    this.feed = feed;
    this.control = control;
    this.registers = new CommandRegisters(unit, feed.template().kind(), control);
    this.waits = new SiteWaits(feed.pace());
    this.known = new KnownPower(feed.template().kind(), control, waits);
    this.compliance = new Compliance(feed);
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
    feed.commands().asked(wanted);
    inbox.put(next);
    wakeEndpoint.run();
    boolean isTooWeak = isInverter() && sent.compareTo(wanted) > 0;
    return isTooWeak ? next.outcome().thenApply(_ -> notLowEnough(wanted, sent)) : next.outcome();
  }

  private static CommandOutcome notLowEnough(Power wanted, Power sent) {
    return new CommandOutcome.Failed(
        "The inverter cannot be limited to " + wanted + ", only to " + sent + ".");
  }

  @Override
  public long nanosUntilDue() {
    if (!inbox.isEmpty()) {
      return 0;
    }
    long now = System.nanoTime();
    long due = agenda.nanosUntilDue(now);
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
    inbox.take().ifPresent(this::take);
    long now = System.nanoTime();
    Command command = current;
    if (command != null && now - endNanos >= 0) {
      end(command);
    } else if (command != null && beats() && now - beatNanos >= 0) {
      beat(control.heartbeat().orElseThrow());
    } else if (agenda.nanosUntilDue(now) <= 0) {
      switch (agenda.step()) {
        case WRITE -> write();
        case VERIFY -> verify(control.readBack().orElseThrow());
        case RELEASE -> release();
        case REST -> {}
      }
    }
  }

  private void take(Command next) {
    Command previous = current;
    if (previous != null) {
      previous.overtaken();
    }
    current = next;
    endNanos = waits.nanosAt(next.validity().end());
    if (known.isInForce(next) && registers.inControl()) {
      // Refreshed when it is due, not with every lease: some memories wear out.
      next.applied();
      agenda.plan(Step.WRITE, refreshNanos);
    } else if (known.isLifted(next)) {
      next.applied();
      rest();
    } else {
      compliance.forgetMismatches();
      agenda.plan(Step.WRITE, known.earliest(next, waits.nanosAt(next.validity().start())));
    }
  }

  private boolean isInverter() {
    return feed.template().kind() == DeviceKind.INVERTER;
  }

  private void write() throws ModbusException, IOException {
    Command command = current;
    if (command == null) {
      rest();
      return;
    }
    long now = System.nanoTime();
    known.writing(command, now);
    if (known.lifts(command) && !control.release().isEmpty()) {
      registers.release();
      follows(command);
      return;
    }
    registers.command(command.power());
    if (control.readBack().isPresent()) {
      agenda.plan(Step.VERIFY, now + waits.nanos(control.readBack().get().after()));
    } else {
      follows(command);
    }
  }

  private void verify(ReadBack how) throws ModbusException, IOException {
    Command command = current;
    if (command == null) {
      rest();
      return;
    }
    OptionalDouble found = registers.readBack(how);
    if (compliance.matches(command, found, how)) {
      follows(command);
    } else if (compliance.mismatches() <= how.retries()) {
      agenda.plan(Step.WRITE, known.earliest(command, System.nanoTime()));
    } else {
      planRetry(Compliance.differs(command, found));
    }
  }

  private void follows(Command command) {
    compliance.follows(command, !known.isInForce(command));
    known.confirmed(command);
    if (known.lifts(command)) {
      rest();
    } else {
      refreshNanos = System.nanoTime() + waits.nanos(control.refresh());
      agenda.plan(Step.WRITE, refreshNanos);
    }
  }

  /** Nothing to repeat, and nothing that a lease would have to end. */
  private void rest() {
    current = null;
    known.notConfirmed();
    agenda.rest();
  }

  private void beat(Heartbeat heartbeat) throws ModbusException, IOException {
    beatNanos = System.nanoTime() + waits.nanos(heartbeat.every());
    registers.beat(heartbeat);
  }

  /** The lease is over. An inverter then does what it does by itself; a battery is let go. */
  private void end(Command command) {
    command.failed("The lease ended before the device had taken the command.");
    rest();
    known.unknown();
    compliance.unknown();
    if (!isInverter() && registers.needsRelease()) {
      // At once: until it is let go the battery may be charging.
      agenda.plan(Step.RELEASE, System.nanoTime());
    }
  }

  private void release() throws ModbusException, IOException {
    registers.release();
    agenda.rest();
    compliance.letGo();
  }

  @Override
  public void planRetry(String reason) {
    prepareAgain();
    if (agenda.step() == Step.REST) {
      return;
    }
    long next = System.nanoTime() + compliance.failed(reason);
    Command command = current;
    if (command == null) {
      agenda.plan(agenda.step(), next);
    } else {
      command.failed("Device " + feed.device() + " " + reason + ".");
      agenda.plan(Step.WRITE, known.earliest(command, next));
    }
  }

  /**
   * What the device was told may be forgotten, and nobody knows what it does: it is told again at
   * once, however short ago it was written to.
   */
  void contactLost() {
    known.unknown();
    prepareAgain();
  }

  private void prepareAgain() {
    registers.contactLost();
    compliance.unknown();
    if (known.notConfirmed()) {
      agenda.plan(Step.WRITE, System.nanoTime());
    }
  }

  /** Takes no more commands, on any thread. */
  void refuseCommands() {
    inbox.close();
  }

  /** Lets the device go, as the last thing that is done. */
  void close() throws ModbusException, IOException {
    Command command = current;
    if (command != null) {
      command.failed("The engine stops.");
    }
    if (registers.needsRelease()) {
      registers.release();
    }
  }

  /** Whether a command has come that nobody has looked at yet. */
  boolean hasNews() {
    return !inbox.isEmpty();
  }

  /** Fails what has come and what is in force; the latter goes on once there is contact again. */
  void outOfReach(String reason) {
    inbox.take().ifPresent(it -> it.failed("Device " + feed.device() + " " + reason + "."));
    planRetry(reason);
  }

  /** Takes and repeats no more commands, and writes nothing. */
  void retire(String reason) {
    refuseCommands();
    planRetry(reason);
  }
}
