package energy.setpoint.app.homeassistant;

import java.util.Optional;

/**
 * One value that Home Assistant shows.
 *
 * @param id unique at the broker; letters, digits, {@code -} and {@code _}
 * @param owner the device that it belongs to
 * @param name for people, without that of the device
 */
record Entity(String id, Owner owner, String name, Quantity quantity, String stateTopic) {

  /** What kind of value it is, in the words of Home Assistant's sensors. */
  enum Quantity {
    POWER("power", Optional.of("W"), Optional.of("measurement")),
    CURRENT("current", Optional.of("A"), Optional.of("measurement")),
    ENERGY("energy", Optional.of("kWh"), Optional.of("total")),
    CHARGE("battery", Optional.of("%"), Optional.of("measurement")),
    WORD("enum", Optional.empty(), Optional.empty());

    private final String deviceClass;
    private final Optional<String> unit;
    private final Optional<String> stateClass;

    Quantity(String deviceClass, Optional<String> unit, Optional<String> stateClass) {
      this.deviceClass = deviceClass;
      this.unit = unit;
      this.stateClass = stateClass;
    }

    String deviceClass() {
      return deviceClass;
    }

    Optional<String> unit() {
      return unit;
    }

    Optional<String> stateClass() {
      return stateClass;
    }
  }

  /**
   * What Home Assistant calls a device: the site, an EVSE or a device of the site.
   *
   * @param via the one that it is reached through
   */
  record Owner(String id, String name, String model, Optional<String> via) {}
}
