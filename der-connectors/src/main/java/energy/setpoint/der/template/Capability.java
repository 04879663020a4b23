package energy.setpoint.der.template;

import java.util.EnumSet;
import java.util.Set;

/** What a device can do for the site, as its template describes it. */
public enum Capability {
  MEASURE_POWER("power"),
  MEASURE_PHASE_CURRENTS("current per phase"),
  MEASURE_PHASE_POWERS("power per phase"),
  MEASURE_STATE_OF_CHARGE("state of charge"),
  TELL_GRID_LIMIT("limit or steps of the grid operator"),
  LIMIT_PRODUCTION("limit of production"),
  CHARGE_AND_DISCHARGE("setpoint for charging and discharging"),
  CHARGE_ONLY("setpoint for charging");

  private final String words;

  Capability(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }

  /** Whether the device does what it is told, rather than being measured. */
  public boolean isCommand() {
    return switch (this) {
      case LIMIT_PRODUCTION, CHARGE_AND_DISCHARGE, CHARGE_ONLY -> true;
      case MEASURE_POWER,
          MEASURE_PHASE_CURRENTS,
          MEASURE_PHASE_POWERS,
          MEASURE_STATE_OF_CHARGE,
          TELL_GRID_LIMIT ->
          false;
    };
  }

  /** All capabilities of a device, those that measure first. */
  static Set<Capability> of(DeviceKind kind, Transport transport) {
    Set<Capability> found = EnumSet.noneOf(Capability.class);
    transport.measured().forEach(it -> found.add(of(it)));
    switch (transport) {
      case Transport.Modbus modbus ->
          modbus.control().ifPresent(it -> found.add(of(kind, it.lowest().watts())));
      case Transport.SunSpec sunspec -> sunspec.control().ifPresent(_ -> found.add(of(kind, -1)));
      case Transport.Mqtt mqtt ->
          mqtt.setpoint().ifPresent(it -> found.add(of(kind, it.lowest().watts())));
    }
    return found;
  }

  private static Capability of(Measured measured) {
    return switch (measured) {
      case POWER -> MEASURE_POWER;
      case POWER_L1, POWER_L2, POWER_L3 -> MEASURE_PHASE_POWERS;
      case CURRENT_L1, CURRENT_L2, CURRENT_L3 -> MEASURE_PHASE_CURRENTS;
      case SOC -> MEASURE_STATE_OF_CHARGE;
      case LIMIT, STEP, CONTACT_1, CONTACT_2, CONTACT_3, CONTACT_4 -> TELL_GRID_LIMIT;
    };
  }

  private static Capability of(DeviceKind kind, double lowestWatts) {
    return switch (kind) {
      case INVERTER -> LIMIT_PRODUCTION;
      case BATTERY, METER, GRID_SIGNAL -> lowestWatts < 0 ? CHARGE_AND_DISCHARGE : CHARGE_ONLY;
    };
  }
}
