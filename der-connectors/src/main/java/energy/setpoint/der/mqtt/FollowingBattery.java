package energy.setpoint.der.mqtt;

import energy.setpoint.core.port.CommandOutcome;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.time.Interval;
import energy.setpoint.der.device.DeviceAddress.Mqtt;
import energy.setpoint.der.device.DeviceConnection;
import energy.setpoint.der.device.Pace;
import energy.setpoint.der.device.Reason;
import energy.setpoint.der.template.ContactLoss;
import energy.setpoint.der.template.SetpointTopic;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A battery that is kept on its latest setpoint while the lease lasts. Each lease has a thread that
 * repeats the setpoint for the device's watchdog; when the lease ends, the repetition ends.
 */
public final class FollowingBattery implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(FollowingBattery.class);

  private final DeviceId device;
  private final SetpointTopic setpoint;
  private final String topic;
  private final MqttBroker broker;
  private final Pace pace;
  private @Nullable Lease current;
  private @Nullable Power lastSent;
  private boolean closed;
  private boolean failing;

  public FollowingBattery(
      DeviceConnection connection, SetpointTopic setpoint, MqttBroker broker, Pace pace) {
    this.device = connection.device();
    this.setpoint = setpoint;
    this.topic = setpoint.topic().of(((Mqtt) connection.address()).baseTopic());
    this.broker = broker;
    this.pace = pace;
    broker.whenConnected(this::repeatNow);
  }

  /** See {@link energy.setpoint.core.port.BatteryGateway#follow}; the last command wins. */
  public CompletionStage<CommandOutcome> follow(Power wanted, Interval validity) {
    if (!now().isBefore(validity.end())) {
      return CompletableFuture.completedFuture(
          new CommandOutcome.Failed("The lease ended at " + validity.end() + "."));
    }
    Power sent = setpoint.clamp(wanted);
    if (!sent.equals(wanted)) {
      log.warn("Battery {} is asked for {} and gets {}, its limit", device, wanted, sent);
    }
    Lease lease = new Lease(setpoint.payloadFor(sent), validity);
    succeed(lease);
    if (!sent.equals(lastSent)) {
      log.info("Battery {} follows {} until {}", device, sent, validity.end());
      lastSent = sent;
    }
    Thread.ofVirtual().name("battery " + device).start(() -> keep(lease));
    return lease.outcome();
  }

  private synchronized void succeed(@Nullable Lease next) {
    Lease previous = current;
    current = closed ? null : next;
    if (previous != null) {
      previous.wake();
    }
  }

  private synchronized void repeatNow() {
    if (current != null) {
      current.wake();
    }
  }

  private void keep(Lease lease) {
    try {
      while (now().isBefore(lease.validity().start()) && isCurrent(lease)) {
        lease.sleep(pace.wait(Duration.between(now(), lease.validity().start())));
      }
      while (now().isBefore(lease.validity().end()) && isCurrent(lease)) {
        send(lease, lease.payload());
        lease.sleep(pace.wait(shorter(setpoint.refresh(), untilEnd(lease))));
      }
      lease.over();
      if (setpoint.whenContactIsLost() == ContactLoss.KEEPS_SETPOINT) {
        // No watchdog would end it, so we do.
        send(lease, setpoint.payloadFor(Power.ZERO));
      }
    } catch (InterruptedException e) {
      log.warn("Battery {} is no longer kept on its setpoint", device);
    }
  }

  /** Sends while nobody can put a newer lease in between. */
  private synchronized void send(Lease lease, String payload) {
    if (current == lease) {
      lease.markSent();
      // Not retained: a battery that comes back must not find a setpoint whose lease is over.
      broker
          .publish(new Outgoing(topic, payload, setpoint.qos(), false))
          .whenComplete((_, failure) -> sent(lease, failure));
    }
  }

  private void sent(Lease lease, @Nullable Throwable failure) {
    if (failure == null) {
      note(false, "");
      lease.tell(new CommandOutcome.Applied());
    } else {
      note(true, Reason.of(failure));
      lease.tell(new CommandOutcome.Failed("The setpoint was not taken: " + Reason.of(failure)));
    }
  }

  private synchronized void note(boolean fails, String reason) {
    if (fails && !failing) {
      log.warn("Battery {} does not get its setpoint: {}", device, reason);
    } else if (failing && !fails) {
      log.info("Battery {} gets its setpoint again", device);
    }
    failing = fails;
  }

  private synchronized boolean isCurrent(Lease lease) {
    return current == lease;
  }

  private Instant now() {
    return pace.timeline().instant();
  }

  private Duration untilEnd(Lease lease) {
    return Duration.between(now(), lease.validity().end());
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  /** Repeats nothing from now on; the device's watchdog does the rest. */
  @Override
  public synchronized void close() {
    closed = true;
    succeed(null);
  }
}
