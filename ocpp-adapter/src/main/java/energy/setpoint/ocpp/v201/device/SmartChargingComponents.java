package energy.setpoint.ocpp.v201.device;

import java.util.List;

/** The components whose variables smart charging depends on. */
public final class SmartChargingComponents {

  private static final List<String> ALL = List.of("SmartChargingCtrlr");

  private SmartChargingComponents() {}

  /** Names of components are case-insensitive (identifierString of the schemas). */
  public static boolean has(String component) {
    return ALL.stream().anyMatch(component::equalsIgnoreCase);
  }
}
