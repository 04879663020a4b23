package energy.setpoint.simulation.station.state;

/** The state of a connector, in the words of OCPP 1.6; the later versions know fewer. */
public enum ConnectorState {
  AVAILABLE,
  PREPARING,
  CHARGING,
  SUSPENDED_EV,
  SUSPENDED_EVSE,
  FINISHING,
  RESERVED,
  UNAVAILABLE;

  /** True while energy may flow in a transaction. */
  public boolean isEnergyState() {
    return this == CHARGING || this == SUSPENDED_EV || this == SUSPENDED_EVSE;
  }
}
