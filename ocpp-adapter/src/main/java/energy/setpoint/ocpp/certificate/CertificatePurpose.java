package energy.setpoint.ocpp.certificate;

/** What a station wants a certificate for. */
public enum CertificatePurpose {
  /** Its connection to us. */
  CHARGING_STATION,
  /** Its connection to vehicles, by ISO 15118-2 or -20. */
  V2G
}
