package energy.setpoint.ocpp.v21.station;

import energy.setpoint.ocpp.certificate.CertificatePurpose;
import energy.setpoint.ocpp.certificate.SigningWish;
import energy.setpoint.ocpp.dialect.Handled;
import energy.setpoint.ocpp.dialect.StationContext;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.v21.wire.CertificateSigned;
import energy.setpoint.ocpp.v21.wire.GenericStatus;
import energy.setpoint.ocpp.v21.wire.SecurityEventNotification;
import energy.setpoint.ocpp.v21.wire.SignCertificate;
import energy.setpoint.ocpp.v21.wire.StatusInfoType;
import java.util.List;
import java.util.Optional;

/** What an OCPP 2.1 station says and asks about security (part 2, A02 to A04). */
public final class Security21 {

  /** Of the predefined codes (part 2 appendix 5) the one that fits a request not signed. */
  private static final String REASON_CODE = "InvalidCSR";

  private Security21() {}

  static Handled event(SecurityEventNotification event, StationContext context) {
    context.security().report(event.timestamp(), event.type(), event.techInfo().orElse(""));
    return new Handled(Payloads.empty(), List.of());
  }

  /**
   * Accepted means that the certificate follows in a call of ours (A02.FR.11). A request id goes
   * back with the certificate (A02.FR.25).
   */
  static Handled sign(SignCertificate wish, StationContext context) {
    Optional<String> refusal =
        context
            .security()
            .findRefusal(
                new SigningWish(
                    purpose(wish),
                    wish.csr(),
                    chain ->
                        Payloads.write(
                            new CertificateSigned(
                                chain, wish.certificateType(), wish.requestId()))));
    var answer =
        new SignCertificate.Response(
            refusal.isEmpty() ? GenericStatus.Accepted : GenericStatus.Rejected,
            refusal.map(reason -> new StatusInfoType(REASON_CODE, Optional.of(reason))));
    return new Handled(Payloads.write(answer), List.of());
  }

  /** Without a type it is for the connection to us, and for vehicles only by the way. */
  private static CertificatePurpose purpose(SignCertificate wish) {
    boolean isForVehicles = wish.certificateType().filter(it -> it.startsWith("V2G")).isPresent();
    return isForVehicles ? CertificatePurpose.V2G : CertificatePurpose.CHARGING_STATION;
  }
}
