package energy.setpoint.ocpp.overheard;

/**
 * What a CSMS may do to a station that we limit, spelt as in site files. Calls that need none of
 * these are always relayed.
 */
public enum CsmsRight {
  SetChargingProfile,
  ClearChargingProfile,
  Reset,
  UpdateFirmware,
  /** Variables or configuration keys of the station's smart charging, V2X and DER functions. */
  SmartChargingSettings,
  /**
   * The station's password and security profile: one that only the CSMS knows locks it out here.
   */
  Credentials,
  /** Where the station connects to: it could be led past us. */
  NetworkProfile,
  /** Changes of Dynamic profiles, and frequency signals for them (2.1). */
  DynamicSchedule,
  /** A driver's priority goes before every other limit of the transaction (2.1). */
  PriorityCharging,
  /** Whether and how a vehicle may feed back (2.1). */
  EnergyTransfer,
  DerControl
}
