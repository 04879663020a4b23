package energy.setpoint.der.mqtt;

import energy.setpoint.der.device.DeviceAddress.Mqtt;
import energy.setpoint.der.device.DeviceFeed;
import energy.setpoint.der.mqtt.Payload.UnreadablePayload;
import energy.setpoint.der.template.Measured;
import energy.setpoint.der.template.TopicPoint;
import energy.setpoint.der.template.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One device behind a broker: which topics it speaks on, and what it said last. */
final class ListenedDevice implements TopicListener {

  private static final Logger log = LoggerFactory.getLogger(ListenedDevice.class);

  private final DeviceFeed feed;
  private final Set<Measured> wanted;
  private final Map<Measured, TopicPoint> points = new EnumMap<>(Measured.class);
  private volatile Map<String, Integer> qualities = Map.of();
  private final RateCap cap;
  private final Map<Measured, Said> said = new EnumMap<>(Measured.class);
  private boolean isWaiting;
  private boolean stopped;

  ListenedDevice(DeviceFeed feed, Transport.Mqtt mqtt) {
    String base = ((Mqtt) feed.connection().address()).baseTopic();
    this.feed = feed;
    this.wanted = mqtt.measured();
    this.cap = RateCap.of(feed.template(), feed.pace());
    mqtt.points().forEach((measured, point) -> points.put(measured, point.at(base)));
    this.qualities = qualitiesOf(points);
  }

  private static Map<String, Integer> qualitiesOf(Map<Measured, TopicPoint> points) {
    return points.values().stream()
        .collect(Collectors.toUnmodifiableMap(it -> it.topic().text(), TopicPoint::qos, Math::max));
  }

  /** Takes note of where a quantity is said; true when that is new. */
  synchronized boolean learn(Measured measured, TopicPoint point) {
    boolean isNew = !point.equals(points.put(measured, point));
    if (isNew) {
      said.remove(measured);
      qualities = qualitiesOf(points);
    }
    return isNew;
  }

  @Override
  public Map<String, Integer> qualities() {
    return qualities;
  }

  /**
   * What cannot be read is counted and refused. A retained value may be of any age, so it counts
   * only where its message says when it was measured.
   */
  @Override
  public synchronized void hear(String topic, byte[] bytes, boolean retained) {
    if (retained && !isTimed(topic)) {
      log.debug("Passed over the retained message on {}: nobody knows how old it is", topic);
      return;
    }
    try {
      List<String> withoutValue = take(topic, new Payload(bytes), retained);
      if (withoutValue.isEmpty()) {
        handOnInTime();
      } else {
        feed.refused("no value for " + String.join(", ", withoutValue) + " on " + topic);
      }
    } catch (UnreadablePayload e) {
      feed.refused(e.reason() + " on " + topic);
    }
  }

  private boolean isTimed(String topic) {
    return points.values().stream()
        .filter(it -> it.topic().text().equals(topic))
        .allMatch(it -> it.timestamp().isPresent());
  }

  /** All of the message or nothing of it; gives the names of values that the device lacks. */
  private List<String> take(String topic, Payload payload, boolean retained)
      throws UnreadablePayload {
    Instant now = feed.pace().timeline().instant();
    Map<Measured, Said> heard = new EnumMap<>(Measured.class);
    List<String> withoutValue = new ArrayList<>();
    for (Map.Entry<Measured, TopicPoint> entry : points.entrySet()) {
      Measured measured = entry.getKey();
      TopicPoint point = entry.getValue();
      if (topic.equals(point.topic().text())) {
        OptionalDouble quantity = payload.quantity(point);
        if (quantity.isPresent()) {
          heard.put(
              measured, new Said(quantity.getAsDouble(), time(payload, point, now, retained)));
        } else {
          withoutValue.add(measured.key());
          said.remove(measured);
        }
      }
    }
    heard.forEach((measured, it) -> said.merge(measured, it, Said::later));
    return withoutValue;
  }

  /** A clock that is ahead makes no value younger than its message. */
  private Instant time(Payload payload, TopicPoint point, Instant now, boolean retained)
      throws UnreadablePayload {
    Optional<Instant> told = payload.measuredAt(point);
    if (told.isEmpty()) {
      return now;
    }
    Duration lifetime = feed.pace().lifetime(feed.template());
    Instant at = told.get();
    if (at.isAfter(now.plus(lifetime))) {
      throw new UnreadablePayload("a time in the future, " + at + ",");
    }
    if (!at.isAfter(now.minus(lifetime)) && !retained) {
      throw new UnreadablePayload("a value of " + at + ", too old,");
    }
    return at.isAfter(now) ? now : at;
  }

  /**
   * At once or, when the last reading was only just now, a little later with what is then known.
   */
  private void handOnInTime() {
    long wait = cap.nanosToWait(System.nanoTime());
    if (wait <= 0 && !isWaiting) {
      handOn();
      return;
    }
    if (cap.isBurst()) {
      feed.wavered("a burst of messages");
    }
    if (!isWaiting) {
      isWaiting = true;
      Thread.ofVirtual().name("mqtt " + feed.device()).start(() -> handOnAfter(wait));
    }
  }

  private void handOnAfter(long nanos) {
    try {
      Thread.sleep(Duration.ofNanos(nanos));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    handOnLate();
  }

  private synchronized void handOnLate() {
    isWaiting = false;
    if (!stopped) {
      handOn();
    }
  }

  /** A reading is as old as its oldest value, so a topic that went silent is noticed. */
  private void handOn() {
    Instant now = feed.pace().timeline().instant();
    Instant tooOld = now.minus(feed.pace().lifetime(feed.template()));
    said.values().removeIf(it -> !it.at().isAfter(tooOld));
    if (!said.keySet().containsAll(wanted)) {
      feed.reached();
      return;
    }
    cap.passed(System.nanoTime());
    Map<Measured, Double> quantities = new EnumMap<>(Measured.class);
    said.forEach((measured, it) -> quantities.put(measured, it.quantity()));
    feed.measured(
        quantities, said.values().stream().map(Said::at).min(Instant::compareTo).orElse(now));
  }

  /** Hands nothing on from now on. */
  synchronized void stop() {
    stopped = true;
  }

  private record Said(double quantity, Instant at) {

    /** Messages may overtake each other. */
    static Said later(Said known, Said heard) {
      return heard.at().isBefore(known.at()) ? known : heard;
    }
  }
}
