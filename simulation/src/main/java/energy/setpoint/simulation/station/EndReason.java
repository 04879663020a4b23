package energy.setpoint.simulation.station;

/** Why a transaction ended. */
public enum EndReason {
  EV_DISCONNECTED,
  REMOTE,
  DEAUTHORIZED,
  POWER_LOSS,
  REBOOT
}
