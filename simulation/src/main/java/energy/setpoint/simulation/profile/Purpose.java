package energy.setpoint.simulation.profile;

/** What a charging profile limits. */
public enum Purpose {
  /** The whole station (ChargePointMaxProfile in 1.6, ChargingStationMaxProfile in 2.x). */
  STATION_MAX,
  /** Any transaction that has no profile of its own. */
  TX_DEFAULT,
  /** One transaction. */
  TX,
  /** Anything else that the specification names and the station does not support. */
  OTHER
}
