package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Length;
import java.util.Optional;

/** Why a status was given. */
public record StatusInfoType(
    @Length(20) String reasonCode, @Length(1024) Optional<String> additionalInfo) {

  /** A status and why it was given, for people. */
  public static String words(String status, Optional<StatusInfoType> info) {
    return status
        + info.map(
                why -> ": " + why.reasonCode() + why.additionalInfo().map(" "::concat).orElse(""))
            .orElse("");
  }
}
