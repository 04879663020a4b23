package energy.setpoint.der.template;

import static energy.setpoint.der.template.Measured.CONTACT_1;
import static energy.setpoint.der.template.Measured.CONTACT_2;
import static energy.setpoint.der.template.Measured.CONTACT_3;
import static energy.setpoint.der.template.Measured.CONTACT_4;
import static energy.setpoint.der.template.Measured.CURRENT_L1;
import static energy.setpoint.der.template.Measured.CURRENT_L2;
import static energy.setpoint.der.template.Measured.CURRENT_L3;
import static energy.setpoint.der.template.Measured.LIMIT;
import static energy.setpoint.der.template.Measured.POWER;
import static energy.setpoint.der.template.Measured.POWER_L1;
import static energy.setpoint.der.template.Measured.POWER_L2;
import static energy.setpoint.der.template.Measured.POWER_L3;
import static energy.setpoint.der.template.Measured.SOC;
import static energy.setpoint.der.template.Measured.STEP;

import java.util.List;

/** What a device is to the site, and with it the points that its template must and may describe. */
public enum DeviceKind {
  INVERTER("inverter"),
  METER("meter"),
  BATTERY("battery"),
  /** A relay, a control box or a gateway through which the grid operator limits the site. */
  GRID_SIGNAL("gridSignal");

  private final String key;

  DeviceKind(String key) {
    this.key = key;
  }

  /** How templates write it. */
  public String key() {
    return key;
  }

  /** Without all of these there is no reading. */
  public List<Measured> required() {
    return switch (this) {
      case INVERTER -> List.of(POWER);
      case METER -> List.of(POWER, CURRENT_L1, CURRENT_L2, CURRENT_L3);
      case BATTERY -> List.of(POWER, SOC);
      case GRID_SIGNAL -> List.of();
    };
  }

  /** All of these together, or none. */
  public List<Measured> optional() {
    return this == METER ? List.of(POWER_L1, POWER_L2, POWER_L3) : List.of();
  }

  /** One of these, or some of the contacts. */
  List<Measured> anyOf() {
    return this == GRID_SIGNAL
        ? List.of(LIMIT, STEP, CONTACT_1, CONTACT_2, CONTACT_3, CONTACT_4)
        : List.of();
  }
}
