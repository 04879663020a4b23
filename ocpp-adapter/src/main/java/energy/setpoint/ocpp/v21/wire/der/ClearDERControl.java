package energy.setpoint.ocpp.v21.wire.der;

import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.v21.wire.StatusInfoType;
import java.util.Optional;

/** Clears DER controls: one, those of a kind, or all defaults or all scheduled ones. */
public record ClearDERControl(
    boolean isDefault,
    Optional<DERControlEnum> controlType,
    @Length(36) Optional<String> controlId) {

  /** The answer. */
  public record Response(DERControlStatus status, Optional<StatusInfoType> statusInfo) {}
}
