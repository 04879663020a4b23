package energy.setpoint.der;

/** An MQTT broker on loopback, for the length of a test. */
interface TestBroker extends AutoCloseable {

  int port();

  default String url() {
    return "tcp://127.0.0.1:" + port();
  }

  default String tlsUrl() {
    return "mqtts://127.0.0.1:" + port();
  }

  @Override
  void close();
}
