package energy.setpoint.ocpp.v21.wire.der;

import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.v21.wire.StatusInfoType;
import java.util.Optional;

/** Asks for DER controls; what is left out matches any (R04.FR.30). */
public record GetDERControl(
    int requestId,
    Optional<Boolean> isDefault,
    Optional<DERControlEnum> controlType,
    @Length(36) Optional<String> controlId) {

  /** The answer; the controls follow in {@link ReportDERControl}. */
  public record Response(DERControlStatus status, Optional<StatusInfoType> statusInfo) {}
}
