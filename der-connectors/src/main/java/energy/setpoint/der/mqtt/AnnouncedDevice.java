package energy.setpoint.der.mqtt;

import energy.setpoint.der.device.DeviceAddress.Mqtt;
import energy.setpoint.der.device.DeviceFeed;
import energy.setpoint.der.mqtt.Payload.UnreadablePayload;
import energy.setpoint.der.template.DiscoveryPoint;
import energy.setpoint.der.template.Measured;
import energy.setpoint.der.template.TopicPoint;
import energy.setpoint.der.template.Transport;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns from what a device announces for Home Assistant where it says its values. Announcements
 * are retained, so they count however old they are; a new one takes the place of the old.
 */
final class AnnouncedDevice implements TopicListener {

  private static final Logger log = LoggerFactory.getLogger(AnnouncedDevice.class);

  private final DeviceFeed feed;
  private final ListenedDevice device;
  private final MqttBroker broker;
  private final Map<Measured, DiscoveryPoint> points;
  private final Map<Measured, String> configurations;

  AnnouncedDevice(DeviceFeed feed, Transport.Mqtt mqtt, ListenedDevice device, MqttBroker broker) {
    String base = ((Mqtt) feed.connection().address()).baseTopic();
    this.feed = feed;
    this.device = device;
    this.broker = broker;
    this.points = mqtt.announced();
    this.configurations =
        points.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, it -> it.getValue().configuration().of(base)));
  }

  @Override
  public Map<String, Integer> qualities() {
    return configurations.values().stream()
        .distinct()
        .collect(Collectors.toUnmodifiableMap(it -> it, _ -> 1));
  }

  @Override
  public void hear(String topic, byte[] payload, boolean retained) {
    configurations.forEach((measured, configuration) -> {
      DiscoveryPoint point = points.get(measured);
      if (configuration.equals(topic) && point != null) {
        learn(measured, point, payload);
      }
    });
  }

  private void learn(Measured measured, DiscoveryPoint point, byte[] payload) {
    try {
      TopicPoint told = Announcement.read(payload, measured, point.sign());
      if (device.learn(measured, told)) {
        log.info("Device {} says {} on {}", feed.device(), measured.key(), told.topic().text());
        broker.listenTo(told.topic().text(), told.qos());
      }
    } catch (UnreadablePayload e) {
      feed.refused(e.reason() + " on " + point.configuration().text());
    }
  }
}
