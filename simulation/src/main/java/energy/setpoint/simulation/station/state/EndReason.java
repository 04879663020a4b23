package energy.setpoint.simulation.station.state;

/** Why a transaction ended. */
public enum EndReason {
  EV_DISCONNECTED,
  REMOTE,
  DEAUTHORIZED,
  POWER_LOSS,
  REBOOT,
  /** The server does not want the energy transfer that the vehicle asked for (2.1, K18.FR.23). */
  TRANSFER_REJECTED
}
