package energy.setpoint.der.mqtt;

/** Where a connection hands on what it hears. */
@FunctionalInterface
interface MessageSink {

  /** See {@link TopicListener#hear}. */
  void hear(String topic, byte[] payload, boolean retained);
}
