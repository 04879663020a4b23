package energy.setpoint.simulation.profile;

/** What a charging profile limits (OCPP 2.1 part 2, K, section 3.2). */
public enum Purpose {
  /** The whole station (ChargePointMaxProfile in 1.6, ChargingStationMaxProfile in 2.x). */
  STATION_MAX,
  /** Any transaction that has no profile of its own. */
  TX_DEFAULT,
  /** One transaction. */
  TX,
  /** In place of the two above while priority charging is on (2.1, K21). */
  PRIORITY,
  /** Power that is made on site, on top of what the others allow (2.1, K27). */
  LOCAL_GENERATION,
  /** What a system other than the server wants; never set by the server (K01.FR.22). */
  EXTERNAL
}
