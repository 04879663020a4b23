package energy.setpoint.ocpp.devicemodel;

import java.util.Optional;

/**
 * A variable of the device model that the engine wants to know. Names are compared without regard
 * to case (2.1 part 2, ComponentType and VariableType).
 *
 * @param perEvse true when its component stands on the EVSE tier
 */
public record Variable(String component, String name, Optional<String> instance, boolean perEvse) {

  /** Of the station as a whole. */
  public static Variable of(String component, String name) {
    return new Variable(component, name, Optional.empty(), false);
  }

  /** Of each EVSE. */
  public static Variable ofEvses(String component, String name) {
    return new Variable(component, name, Optional.empty(), true);
  }

  /** How a fact about it is named, such as {@code SmartChargingCtrlr.Entries[ChargingProfiles]}. */
  public String factName() {
    return component + "." + name + instance.map(it -> "[" + it + "]").orElse("");
  }

  boolean isMeant(VariableValue value) {
    return component.equalsIgnoreCase(value.component())
        && name.equalsIgnoreCase(value.variable())
        && instance.orElse("").equalsIgnoreCase(value.instance().orElse(""));
  }
}
