package energy.setpoint.app.web.view;

import energy.setpoint.ocpp.proxy.ProxyStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

/** How a station stands with the CSMS that it belongs to. */
@Schema(description = "How a station stands with the CSMS that it belongs to.")
public record ProxyState(
    String station,
    @Schema(description = "Since when its CSMS is reached; absent while it is away.")
        Optional<Instant> upstreamSince,
    @Schema(description = "Messages that wait for the CSMS.") int queued) {

  public static ProxyState of(ProxyStatus status) {
    return new ProxyState(status.station().value(), status.upstreamSince(), status.queued());
  }
}
