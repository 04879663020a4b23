package energy.setpoint.app.web.view;

import energy.setpoint.core.port.SecurityEvent;
import energy.setpoint.core.port.SecurityEvent.Origin;
import energy.setpoint.core.site.StationId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

/** A security event for people. */
@Schema(name = "SecurityEvent", description = "Something that matters for security.")
public record SecurityEventDetail(
    @Schema(description = "By the station's clock when the station reported it.") Instant at,
    @Schema(description = "Absent when whoever came named no known station.")
        Optional<String> station,
    @Schema(description = "Who noticed it.") Origin origin,
    @Schema(description = "In the words of OCPP 2.1 part 2 appendix 1 where they fit.") String type,
    String detail) {

  public static SecurityEventDetail of(SecurityEvent event) {
    return new SecurityEventDetail(
        event.at(),
        event.station().map(StationId::value),
        event.origin(),
        event.type(),
        event.detail());
  }
}
