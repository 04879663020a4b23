package energy.setpoint.der.mqtt;

import energy.setpoint.core.port.CommandOutcome;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.time.Interval;
import energy.setpoint.der.device.DeviceAddress.Mqtt;
import energy.setpoint.der.device.DeviceFeed;
import energy.setpoint.der.device.Pace;
import energy.setpoint.der.device.Reason;
import energy.setpoint.der.template.Acknowledgement;
import energy.setpoint.der.template.ContactLoss;
import energy.setpoint.der.template.DeviceKind;
import energy.setpoint.der.template.SetpointTopic;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A battery that is kept on its latest setpoint, or an inverter on its latest limit, while the
 * lease lasts. Each lease has a thread that repeats the command for the device's watchdog, and
 * sooner while the device does not confirm it; when the lease ends, the repetition ends.
 */
public final class FollowingDevice implements TopicListener, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(FollowingDevice.class);

  private final DeviceId device;
  private final DeviceKind kind;
  private final SetpointTopic setpoint;
  private final String topic;
  private final Optional<Confirmation> confirmation;
  private final Map<String, Integer> answers;
  private final Compliance compliance;
  private final MqttBroker broker;
  private final Pace pace;
  private @Nullable Lease current;
  private @Nullable Power lastSent;
  private boolean closed;

  /**
   * @param broker not started yet
   */
  public FollowingDevice(DeviceFeed feed, SetpointTopic setpoint, MqttBroker broker) {
    String base = ((Mqtt) feed.connection().address()).baseTopic();
    this.device = feed.device();
    this.kind = feed.template().kind();
    this.setpoint = setpoint;
    this.topic = setpoint.topic().of(base);
    this.confirmation = setpoint.acknowledgement().map(it -> new Confirmation(setpoint, it));
    this.answers =
        setpoint
            .acknowledgement()
            .map(it -> Map.of(it.topic().of(base), it.qos()))
            .orElse(Map.of());
    this.compliance = new Compliance(feed, setpoint);
    this.broker = broker;
    this.pace = feed.pace();
    broker.add(this);
    broker.whenConnected(this::repeatNow);
  }

  /**
   * Keeps the device on a power; the last command wins.
   *
   * @param wanted of a battery in load convention, of an inverter the most that it may produce
   * @return completes normally, when the device has confirmed, or where it says nothing when the
   *     broker has taken the message
   */
  public CompletionStage<CommandOutcome> follow(Power wanted, Interval validity) {
    if (!now().isBefore(validity.end())) {
      return CompletableFuture.completedFuture(
          new CommandOutcome.Failed("The lease ended at " + validity.end() + "."));
    }
    Power sent = setpoint.clamp(wanted);
    if (!sent.equals(wanted)) {
      log.warn("Device {} is asked for {} and gets {}, its limit", device, wanted, sent);
    }
    Lease lease = new Lease(sent, validity);
    compliance.asked(wanted);
    succeed(lease);
    if (!sent.equals(lastSent)) {
      log.info("Device {} is told {} until {}", device, sent, validity.end());
      lastSent = sent;
    }
    Thread.ofVirtual().name("following " + device).start(() -> keep(lease));
    boolean isTooWeak = kind == DeviceKind.INVERTER && sent.compareTo(wanted) > 0;
    return isTooWeak ? lease.outcome().thenApply(_ -> notLowEnough(wanted, sent)) : lease.outcome();
  }

  private static CommandOutcome notLowEnough(Power wanted, Power sent) {
    return new CommandOutcome.Failed(
        "The inverter cannot be limited to " + wanted + ", only to " + sent + ".");
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
      int missed = 0;
      while (isInForce(lease)) {
        missed = attempt(lease) ? 0 : missed + 1;
        boolean isGivenUp = confirmation.isPresent() && missed > confirmation.get().how().retries();
        if (isGivenUp && isInForce(lease)) {
          compliance.contradicts(lease);
          missed = 0;
          rest(lease);
        }
      }
      end(lease);
    } catch (InterruptedException e) {
      log.warn("Device {} is no longer kept on its power", device);
    }
  }

  /** Sends once and waits, until the next refresh or until the device should have confirmed. */
  private boolean attempt(Lease lease) throws InterruptedException {
    if (confirmation.isEmpty()) {
      send(lease, lease.power());
      rest(lease);
      return true;
    }
    lease.ask();
    send(lease, lease.power());
    boolean confirmed = isConfirmed(lease, confirmation.get().how());
    lease.stopAsking();
    if (confirmed) {
      compliance.follows(lease);
      rest(lease);
    }
    return confirmed;
  }

  private boolean isConfirmed(Lease lease, Acknowledgement how) throws InterruptedException {
    long end = System.nanoTime() + pace.wait(how.within()).toNanos();
    while (!lease.isConfirmed() && isInForce(lease)) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        break;
      }
      lease.sleep(Duration.ofNanos(left));
    }
    return lease.isConfirmed();
  }

  private void rest(Lease lease) throws InterruptedException {
    if (isInForce(lease)) {
      lease.sleep(pace.wait(shorter(setpoint.refresh(), untilEnd(lease))));
    }
  }

  private void end(Lease lease) {
    if (kind == DeviceKind.BATTERY && setpoint.whenContactIsLost() == ContactLoss.KEEPS_SETPOINT) {
      // No watchdog would end it, so we do.
      send(lease, Power.ZERO);
    }
    boolean isOvertaken = !isCurrent(lease);
    if (!isOvertaken) {
      compliance.released();
    }
    lease.tell(
        new CommandOutcome.Failed(
            isOvertaken
                ? "A newer command came before the device had taken this one."
                : "The lease ended before the device had taken the command."));
  }

  /** Sends while nobody can put a newer lease in between. */
  private synchronized void send(Lease lease, Power power) {
    if (current == lease) {
      // Not retained: a device that comes back must not find a command whose lease is over.
      broker
          .publish(new Outgoing(topic, setpoint.payloadFor(power), setpoint.qos(), false))
          .whenComplete((_, failure) -> sent(lease, failure));
    }
  }

  private void sent(Lease lease, @Nullable Throwable failure) {
    if (failure != null) {
      compliance.fails(lease, "The command was not taken: " + Reason.of(failure));
    } else if (confirmation.isEmpty()) {
      compliance.follows(lease);
    }
  }

  @Override
  public Map<String, Integer> qualities() {
    return answers;
  }

  /** A retained answer may be one to an older command, so it confirms nothing. */
  @Override
  public void hear(String where, byte[] payload, boolean retained) {
    Lease asking = asking();
    if (asking != null && !retained && confirmation.isPresent()) {
      confirmation
          .get()
          .objection(asking.power(), payload)
          .ifPresentOrElse(asking::object, asking::confirm);
    }
  }

  private synchronized @Nullable Lease asking() {
    return current != null && current.isAsked() ? current : null;
  }

  private boolean isInForce(Lease lease) {
    return now().isBefore(lease.validity().end()) && isCurrent(lease);
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
