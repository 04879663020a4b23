package energy.setpoint.ocpp.v16.wire;

import energy.setpoint.ocpp.payload.Length;

/** Asks whether an identification may charge. */
public record Authorize(@Length(20) String idTag) {

  /** The answer. */
  public record Response(IdTagInfo idTagInfo) {}
}
