package energy.setpoint.ocpp.v21.device;

import java.util.List;

/** The components whose variables smart charging depends on, and feeding back with it. */
public final class SmartChargingComponents {

  private static final List<String> ALL =
      List.of("SmartChargingCtrlr", "V2XChargingCtrlr", "DCDERCtrlr", "ACDERCtrlr");

  private SmartChargingComponents() {}

  /** Names of components are case-insensitive (identifierString of the schemas). */
  public static boolean has(String component) {
    return ALL.stream().anyMatch(component::equalsIgnoreCase);
  }
}
