package energy.setpoint.der.mqtt;

import java.nio.charset.StandardCharsets;

/**
 * A message to a broker.
 *
 * @param qos 0 at most once, 1 at least once, 2 exactly once
 * @param retained whether the broker keeps it for those who come later
 */
record Outgoing(String topic, String payload, int qos, boolean retained) {

  byte[] bytes() {
    return payload.getBytes(StandardCharsets.UTF_8);
  }
}
