package energy.setpoint.ocpp.security;

/** How a station and the server make sure of each other (OCPP 2.1 part 2 section A00). */
public enum SecurityProfile {
  /** 0: nobody is checked; for closed networks only. */
  OPEN,
  /** 1: a password, readable by whoever listens. */
  PASSWORD,
  /** 2: TLS and a password. */
  TLS_PASSWORD,
  /** 3: TLS and a certificate of the station. */
  TLS_CERTIFICATE;

  /** The number that the specification gives it, 0 to 3. */
  public int number() {
    return ordinal();
  }

  /**
   * @param number 0 to 3
   */
  public static SecurityProfile of(int number) {
    return values()[number];
  }

  public boolean demandsTls() {
    return this == TLS_PASSWORD || this == TLS_CERTIFICATE;
  }

  public boolean demandsPassword() {
    return this == PASSWORD || this == TLS_PASSWORD;
  }
}
