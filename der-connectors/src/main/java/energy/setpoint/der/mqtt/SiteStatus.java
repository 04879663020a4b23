package energy.setpoint.der.mqtt;

/** Tells everybody at a broker whether the engine is there; the last will of each connection. */
record SiteStatus(String topic) {

  private static final int AT_LEAST_ONCE = 1;

  Outgoing online() {
    return new Outgoing(topic, "online", AT_LEAST_ONCE, true);
  }

  Outgoing offline() {
    return new Outgoing(topic, "offline", AT_LEAST_ONCE, true);
  }
}
