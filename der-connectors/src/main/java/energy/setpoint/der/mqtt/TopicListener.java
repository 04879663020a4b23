package energy.setpoint.der.mqtt;

import java.util.Map;

/** Somebody who wants to hear what is said on some topics of a broker. */
interface TopicListener {

  /** The topics, without wildcards, and the quality of service that they are heard with. */
  Map<String, Integer> qualities();

  /**
   * Takes a message on one of the topics, on a thread of the client, which must not be blocked.
   *
   * @param retained whether the broker kept it from earlier times; nobody knows how old it is then
   */
  void hear(String topic, byte[] payload, boolean retained);
}
