package energy.setpoint.core.session;

/** Who said what a vehicle needs; the later in this list, the less it is trusted. */
public enum NeedSource {
  /** The vehicle itself, over ISO 15118. */
  VEHICLE,
  /** The operator's API. */
  OPERATOR,
  /** The list of known vehicles, by id token. */
  VEHICLE_LIST,
  /** The site's assumption about guests. */
  GUEST_DEFAULT
}
