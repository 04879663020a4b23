package energy.setpoint.der.mqtt;

import energy.setpoint.core.port.CommandOutcome;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.der.device.DeviceFeed;
import energy.setpoint.der.template.SetpointTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells everybody who wants to know whether a device does what it is told. */
final class Compliance {

  private static final Logger log = LoggerFactory.getLogger(Compliance.class);

  private final DeviceFeed feed;
  private final SetpointTopic setpoint;
  private boolean failing;

  Compliance(DeviceFeed feed, SetpointTopic setpoint) {
    this.feed = feed;
    this.setpoint = setpoint;
  }

  void asked(Power wanted) {
    feed.commands().asked(wanted);
  }

  /** The device, or the broker where the device says nothing, has taken the command. */
  synchronized void follows(Lease lease) {
    if (failing) {
      log.info("Device {} follows again", feed.device());
    }
    if (lease.tell(new CommandOutcome.Applied()) || failing) {
      feed.commands().applied(setpoint.sentFor(lease.power()));
    }
    failing = false;
  }

  /** The device does not say what it should, however often it is told. */
  synchronized void contradicts(Lease lease) {
    String reason =
        "Device %s was told %s and says %s."
            .formatted(feed.device(), setpoint.sentFor(lease.power()), lease.said());
    feed.commands().mismatch(reason);
    fails(lease, reason);
  }

  synchronized void fails(Lease lease, String reason) {
    if (!failing) {
      log.warn("Device {} does not follow: {}", feed.device(), reason);
    }
    failing = true;
    feed.commands().failed(reason);
    feed.commands().notInForce();
    lease.tell(new CommandOutcome.Failed(reason));
  }

  /** The lease is over. */
  void released() {
    feed.commands().notInForce();
  }
}
