package energy.setpoint.ocpp.v16.wire;

import energy.setpoint.ocpp.payload.Length;

/** A station wants its certificate signed. */
public record SignCertificate(@Length(5500) String csr) {

  /** The answer. */
  public record Response(GenericStatus status) {}

  /** Accepted or not. */
  public enum GenericStatus {
    Accepted,
    Rejected
  }
}
