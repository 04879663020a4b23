package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.Range;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A driver entered a VAT number to be checked. */
public record VatNumberValidation(
    @Length(20) String vatNumber, @Range(min = 0) Optional<Integer> evseId) {

  /** The answer. */
  public record Response(
      @Length(20) String vatNumber,
      GenericStatus status,
      Optional<ObjectNode> company,
      Optional<StatusInfoType> statusInfo,
      @Range(min = 0) Optional<Integer> evseId) {}
}
