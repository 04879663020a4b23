package energy.setpoint.der.mqtt;

import energy.setpoint.der.device.DeviceAddress.Mqtt;
import energy.setpoint.der.device.DeviceFeed;
import energy.setpoint.der.mqtt.Payload.UnreadablePayload;
import energy.setpoint.der.template.Measured;
import energy.setpoint.der.template.TopicPoint;
import energy.setpoint.der.template.Transport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One device behind a broker: which topics it speaks on, and what it said last. */
final class ListenedDevice implements TopicListener {

  private static final Logger log = LoggerFactory.getLogger(ListenedDevice.class);

  private final DeviceFeed feed;
  private final Transport.Mqtt mqtt;
  private final Map<Measured, String> topics;
  private final Map<String, Integer> qualities;
  private final Map<Measured, Said> said = new EnumMap<>(Measured.class);

  ListenedDevice(DeviceFeed feed, Transport.Mqtt mqtt) {
    String base = ((Mqtt) feed.connection().address()).baseTopic();
    this.feed = feed;
    this.mqtt = mqtt;
    this.topics =
        mqtt.points().entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, it -> it.getValue().topic().of(base)));
    this.qualities =
        mqtt.points().values().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    it -> it.topic().of(base), TopicPoint::qos, Math::max));
  }

  DeviceFeed feed() {
    return feed;
  }

  @Override
  public Map<String, Integer> qualities() {
    return qualities;
  }

  /** What cannot be read is counted and refused. A retained value may be of any age: no reading. */
  @Override
  public synchronized void hear(String topic, byte[] bytes, boolean retained) {
    if (retained) {
      log.debug("Passed over the retained message on {}: nobody knows how old it is", topic);
      return;
    }
    Instant now = feed.pace().timeline().instant();
    try {
      List<String> withoutValue = take(topic, new Payload(bytes), now);
      if (withoutValue.isEmpty()) {
        handOn(now);
      } else {
        feed.refused("no value for " + String.join(", ", withoutValue) + " on " + topic);
      }
    } catch (UnreadablePayload e) {
      feed.refused(e.reason() + " on " + topic);
    }
  }

  /** All of the message or nothing of it; gives the names of values that the device lacks. */
  private List<String> take(String topic, Payload payload, Instant now) throws UnreadablePayload {
    Map<Measured, Said> heard = new EnumMap<>(Measured.class);
    List<String> withoutValue = new ArrayList<>();
    for (Measured measured : topics.keySet()) {
      if (topic.equals(topics.get(measured))) {
        OptionalDouble quantity = payload.quantity(mqtt.getPoint(measured));
        if (quantity.isPresent()) {
          heard.put(measured, new Said(quantity.getAsDouble(), now));
        } else {
          withoutValue.add(measured.key());
          said.remove(measured);
        }
      }
    }
    said.putAll(heard);
    return withoutValue;
  }

  /** A reading is as old as its oldest value, so a topic that went silent is noticed. */
  private void handOn(Instant now) {
    Instant tooOld = now.minus(feed.pace().lifetime(feed.template()));
    said.values().removeIf(it -> !it.at().isAfter(tooOld));
    if (!said.keySet().containsAll(topics.keySet())) {
      feed.reached();
      return;
    }
    Map<Measured, Double> quantities = new EnumMap<>(Measured.class);
    said.forEach((measured, it) -> quantities.put(measured, it.quantity()));
    feed.measured(
        quantities, said.values().stream().map(Said::at).min(Instant::compareTo).orElse(now));
  }

  private record Said(double quantity, Instant at) {}
}
