package energy.setpoint.simulation.station.state;

/** Why a station boots (2.x). */
public enum BootReason {
  POWER_UP,
  REMOTE_RESET,
  LOCAL_RESET,
  FIRMWARE_UPDATE,
  /** It was asked to say so again. */
  TRIGGERED
}
