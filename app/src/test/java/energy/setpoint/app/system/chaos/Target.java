package energy.setpoint.app.system.chaos;

/** What is struck, and how. */
enum Target {
  /** The MQTT broker stops and forgets all; the battery is out of reach. */
  BROKER("broker stopped"),
  /** The Modbus server closes its port; meter and inverter are out of reach. */
  MODBUS("Modbus server stopped"),
  /** The Modbus server accepts connections and requests, and never answers. */
  MODBUS_SILENT("Modbus server silent"),
  /** Sockets of stations are cut; they go on charging by their profiles. */
  NETWORK("network cut"),
  /** Stations lose their power; their transactions end. */
  POWER("power cut"),
  /** Stations reboot by themselves. */
  REBOOT("reboot"),
  /** SIGKILL to PostgreSQL; it recovers from its log. */
  DATABASE("database killed"),
  /** SIGKILL to the engine. */
  ENGINE("engine killed");

  private final String words;

  Target(String words) {
    this.words = words;
  }

  boolean isOfStations() {
    return this == NETWORK || this == POWER || this == REBOOT;
  }

  String words() {
    return words;
  }
}
