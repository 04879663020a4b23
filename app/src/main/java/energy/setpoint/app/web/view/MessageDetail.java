package energy.setpoint.app.web.view;

import com.fasterxml.jackson.annotation.JsonRawValue;
import energy.setpoint.ocpp.gateway.memory.ReceivedMessage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A message that a station sent. */
@Schema(description = "A message that a station sent.")
public record MessageDetail(
    @Schema(description = "In the site's time.") Instant at,
    String action,
    @Schema(description = "As it came.", type = "object") @JsonRawValue String payload) {

  public static MessageDetail of(ReceivedMessage message) {
    return new MessageDetail(message.at(), message.action(), message.payload());
  }
}
