package energy.setpoint.der.modbus;

import com.ghgande.j2mod.modbus.ModbusException;
import energy.setpoint.der.device.Backoff;
import energy.setpoint.der.device.DeviceFeed;
import energy.setpoint.der.sunspec.Binding;
import energy.setpoint.der.sunspec.Discovery;
import energy.setpoint.der.sunspec.ModelSearch;
import energy.setpoint.der.template.Transport;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A device that says itself where its registers are. It is asked first, and again after each loss
 * of contact, since a new firmware may have moved them; then it is read and commanded like any
 * other. For one thread.
 */
final class SunSpecDevice implements DueWork {

  private static final Logger log = LoggerFactory.getLogger(SunSpecDevice.class);

  private final DeviceFeed feed;
  private final Transport.SunSpec template;
  private final ModbusUnit unit;
  private final Runnable wakeEndpoint;
  private final Consumer<Optional<CommandedDevice>> commandable;
  private final Backoff backoff = new Backoff();

  private Transport.@Nullable Modbus bound;
  private @Nullable PolledDevice polled;
  private @Nullable CommandedDevice commanded;
  private boolean searching = true;
  private boolean commanding;
  private long dueNanos = System.nanoTime();

  /**
   * A device that has not been asked yet.
   *
   * @param commandable told whether, and how, the device is commanded, each time that turns out
   */
  SunSpecDevice(
      DeviceFeed feed,
      Transport.SunSpec template,
      ModbusUnit unit,
      Runnable wakeEndpoint,
      Consumer<Optional<CommandedDevice>> commandable) {
    this.feed = feed;
    this.template = template;
    this.unit = unit;
    this.wakeEndpoint = wakeEndpoint;
    this.commandable = commandable;
  }

  @Override
  public DeviceFeed feed() {
    return feed;
  }

  @Override
  public long nanosUntilDue() {
    PolledDevice reading = polled;
    CommandedDevice commands = commanded;
    if (searching || reading == null) {
      // A command must not wait for as long as a search that fails again and again.
      return commands != null && commands.hasNews() ? 0 : dueNanos - System.nanoTime();
    }
    return commands == null
        ? reading.nanosUntilDue()
        : Math.min(reading.nanosUntilDue(), commands.nanosUntilDue());
  }

  @Override
  public void work() throws ModbusException, IOException {
    PolledDevice reading = polled;
    if (searching || reading == null) {
      search();
      return;
    }
    CommandedDevice commands = commanded;
    commanding = commands != null && commands.nanosUntilDue() <= reading.nanosUntilDue();
    if (commanding && commands != null) {
      commands.work();
    } else {
      reading.work();
      backoff.reset();
    }
  }

  private void search() throws ModbusException, IOException {
    commanding = false;
    switch (discover()) {
      case Discovery.Nothing nothing -> refuse(nothing.reason());
      case Discovery.Found found ->
          bind(Binding.of(found, feed.template().kind(), template), found);
    }
  }

  private Discovery discover() throws ModbusException, IOException {
    try {
      return ModelSearch.in(new UnitRegisters(unit), template.registersPerRead());
    } catch (IOException e) {
      if (e.getCause() instanceof ModbusException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Asked again, less and less often: its Modbus may be switched to SunSpec meanwhile. */
  private void refuse(String reason) {
    feed.refused(reason);
    searchLater(reason);
  }

  private void searchLater(String reason) {
    searching = true;
    dueNanos = System.nanoTime() + feed.pace().wait(backoff.next()).toNanos();
    CommandedDevice commands = commanded;
    if (commands != null) {
      commands.outOfReach(reason);
    }
  }

  private void bind(Binding binding, Discovery.Found found) {
    switch (binding) {
      case Binding.Unfit unfit -> refuse(unfit.reason());
      case Binding.Bound it -> {
        searching = false;
        if (!it.registers().equals(bound)) {
          log.info("Device {} is {}, SunSpec at {}", feed.device(), found.identity(), found.base());
          it.withoutControl()
              .ifPresent(
                  reason -> log.warn("Device {} takes no commands: it {}", feed.device(), reason));
          use(it.registers());
        }
      }
    }
  }

  private void use(Transport.Modbus registers) {
    CommandedDevice before = commanded;
    bound = registers;
    polled = new PolledDevice(feed, registers, unit);
    commanded =
        registers
            .control()
            .map(it -> new CommandedDevice(feed, unit, it, wakeEndpoint))
            .orElse(null);
    commandable.accept(Optional.ofNullable(commanded));
    if (before != null) {
      // Not let go: where its registers were, there may be others now.
      before.retire("has other SunSpec models than before");
    }
  }

  @Override
  public void planRetry(String reason) {
    CommandedDevice commands = commanded;
    if (commanding && commands != null) {
      // It waits by itself before it commands again; reading does not wait for that.
      commands.planRetry(reason);
      searching = true;
      dueNanos = System.nanoTime();
    } else {
      searchLater(reason);
    }
  }
}
