package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Range;
import java.util.Optional;

/** Installs or replaces a charging profile. */
public record SetChargingProfile(@Range(min = 0) int evseId, ChargingProfileType chargingProfile) {

  /** The answer. */
  public record Response(ChargingProfileStatus status, Optional<StatusInfoType> statusInfo) {}
}
