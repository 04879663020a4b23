package energy.setpoint.ocpp.dialect.profile;

/**
 * A charging profile that a station says that it holds.
 *
 * @param evse 0 for all of them
 * @param source who set it, such as {@code CSO} for an operator like us and {@code EMS}
 */
public record HeldProfile(int evse, int id, int stackLevel, Purpose purpose, String source) {

  /** What it limits (ChargingProfilePurposeEnumType). */
  public enum Purpose {
    EXTERNAL_CONSTRAINTS("ChargingStationExternalConstraints"),
    STATION_MAXIMUM("ChargingStationMaxProfile"),
    DEFAULT("TxDefaultProfile"),
    TRANSACTION("TxProfile"),
    PRIORITY("PriorityCharging"),
    LOCAL_GENERATION("LocalGeneration");

    private final String wire;

    Purpose(String wire) {
      this.wire = wire;
    }

    /** As the specifications spell it. */
    public String wire() {
      return wire;
    }
  }
}
