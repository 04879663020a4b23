package energy.setpoint.ocpp.v16.station;

import energy.setpoint.ocpp.certificate.CertificatePurpose;
import energy.setpoint.ocpp.certificate.SigningWish;
import energy.setpoint.ocpp.dialect.Handled;
import energy.setpoint.ocpp.dialect.StationContext;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.v16.wire.CertificateSigned;
import energy.setpoint.ocpp.v16.wire.SecurityEventNotification;
import energy.setpoint.ocpp.v16.wire.SignCertificate;
import energy.setpoint.ocpp.v16.wire.SignCertificate.GenericStatus;
import java.util.List;
import java.util.Optional;

/** What an OCPP 1.6 station says and asks about security (security whitepaper, A02 to A04). */
public final class Security16 {

  private Security16() {}

  static Handled event(SecurityEventNotification event, StationContext context) {
    context.security().report(event.timestamp(), event.type(), event.techInfo().orElse(""));
    return new Handled(Payloads.empty(), List.of());
  }

  /** Accepted means that the certificate follows in a call of ours (A02.FR.11). */
  static Handled sign(SignCertificate wish, StationContext context) {
    Optional<String> refusal =
        context
            .security()
            .findRefusal(
                new SigningWish(
                    CertificatePurpose.CHARGING_STATION,
                    wish.csr(),
                    chain -> Payloads.write(new CertificateSigned(chain))));
    GenericStatus status = refusal.isEmpty() ? GenericStatus.Accepted : GenericStatus.Rejected;
    return new Handled(Payloads.write(new SignCertificate.Response(status)), List.of());
  }
}
