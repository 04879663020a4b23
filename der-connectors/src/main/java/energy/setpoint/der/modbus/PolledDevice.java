package energy.setpoint.der.modbus;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.ModbusSlaveException;
import energy.setpoint.der.device.Backoff;
import energy.setpoint.der.device.DeviceFeed;
import energy.setpoint.der.template.DeviceDetail;
import energy.setpoint.der.template.Measured;
import energy.setpoint.der.template.Polling;
import energy.setpoint.der.template.RegisterPoint;
import energy.setpoint.der.template.Transport;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is read from one device, and when next. For one thread. */
final class PolledDevice implements DueWork {

  private final DeviceFeed feed;
  private final Transport.Modbus modbus;
  private final ModbusUnit unit;
  private final List<PollGroup<Map.Entry<Measured, RegisterPoint>>> points;
  private final List<PollGroup<DeviceDetail>> details;
  private final Map<Measured, Known> known = new EnumMap<>(Measured.class);
  private final Backoff backoff = new Backoff();
  private long dueNanos = System.nanoTime();
  private long polls;

  PolledDevice(DeviceFeed feed, Transport.Modbus modbus, ModbusUnit unit) {
    this.feed = feed;
    this.modbus = modbus;
    this.unit = unit;
    this.points = PollGroup.ofPoints(modbus);
    this.details = PollGroup.ofDetails(modbus);
  }

  @Override
  public DeviceFeed feed() {
    return feed;
  }

  @Override
  public long nanosUntilDue() {
    return dueNanos - System.nanoTime();
  }

  /** Reads the points that are due and hands on what is known, then reads the details. */
  @Override
  public void work() throws ModbusException, IOException {
    Instant asked = feed.pace().timeline().instant();
    for (var group : points) {
      if (group.isDue(polls)) {
        read(group, asked);
      }
    }
    handOn(asked);
    // Counted before the details, lest one that breaks the connection is asked for with every poll.
    long poll = polls++;
    for (var group : details) {
      if (group.isDue(poll)) {
        tell(group, asked);
      }
    }
    planNext();
  }

  private void read(PollGroup<Map.Entry<Measured, RegisterPoint>> group, Instant asked)
      throws ModbusException, IOException {
    RegisterSnapshot snapshot = group.read(unit);
    group
        .what()
        .forEach(it -> {
          known.remove(it.getKey());
          Instant end = validUntil(staleAfter(it.getKey()), asked);
          snapshot
              .quantity(it.getValue())
              .ifPresent(quantity -> known.put(it.getKey(), new Known(quantity, end)));
        });
  }

  private void handOn(Instant asked) {
    known.values().removeIf(it -> !asked.isBefore(it.validUntil()));
    Map<Measured, Double> quantities = new EnumMap<>(Measured.class);
    known.forEach((measured, it) -> quantities.put(measured, it.quantity()));
    Instant end =
        known.values().stream().map(Known::validUntil).min(Comparator.naturalOrder()).orElse(asked);
    feed.measured(quantities, asked, end);
  }

  /** A device that does not have a detail is read all the same. */
  private void tell(PollGroup<DeviceDetail> group, Instant asked)
      throws ModbusException, IOException {
    try {
      RegisterSnapshot snapshot = group.read(unit);
      for (DeviceDetail detail : group.what()) {
        snapshot
            .text(detail)
            .ifPresentOrElse(
                it ->
                    feed.told(detail.name(), it, validUntil(detail.polling().staleAfter(), asked)),
                () -> feed.toldNothing(detail.name()));
      }
    } catch (ModbusSlaveException e) {
      group.what().forEach(it -> feed.toldNothing(it.name()));
    }
  }

  private Duration staleAfter(Measured measured) {
    return modbus
        .findPolling(measured)
        .map(Polling::staleAfter)
        .orElse(feed.template().staleAfter());
  }

  private Instant validUntil(Duration staleAfter, Instant asked) {
    return asked.plus(feed.pace().lifetime(feed.template(), staleAfter));
  }

  /** Keeps to the rhythm of the period; reads that were missed are not made up for. */
  private void planNext() {
    backoff.reset();
    long next = dueNanos + feed.pace().wait(feed.template().period()).toNanos();
    dueNanos = Math.max(next, System.nanoTime());
  }

  @Override
  public void planRetry(String reason) {
    Duration wait = feed.pace().wait(backoff.next());
    dueNanos = System.nanoTime() + wait.toNanos();
  }

  private record Known(double quantity, Instant validUntil) {}
}
