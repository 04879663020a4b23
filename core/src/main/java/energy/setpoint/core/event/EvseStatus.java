package energy.setpoint.core.event;

/** The state of an EVSE, in the words of OCPP 2.x. */
public enum EvseStatus {
  AVAILABLE,
  /** A vehicle is connected, charging or not. */
  OCCUPIED,
  RESERVED,
  UNAVAILABLE,
  FAULTED
}
