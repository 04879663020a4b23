package energy.setpoint.app.web.api;

import energy.setpoint.app.engine.EngineView;
import energy.setpoint.app.web.problem.Refusal;
import energy.setpoint.app.web.view.MessageDetail;
import energy.setpoint.core.site.StationId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Any message of OCPP, to a station and from it. */
@RestController
@RequestMapping(path = "/api/v1/stations/{station}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "messages", description = "Any message of OCPP, to a station and from it.")
class StationMessagesController {

  private static final int MOST_BYTES = 256 * 1024;
  private static final int MOST_MESSAGES = 1000;

  private final EngineView engine;

  StationMessagesController(EngineView engine) {
    this.engine = engine;
  }

  @PostMapping(path = "/calls/{action}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "callStation",
      summary = "Send any call to a station",
      description =
          """
          The body is the payload in the words of the version that the station speaks; the answer \
          is the station's own. Waits behind all limits. Calls that would change what holds the \
          station to its limits are refused.\
          """,
      requestBody =
          @RequestBody(required = true, content = @Content(schema = @Schema(type = "object"))))
  JsonNode call(@PathVariable String station, @PathVariable String action, InputStream body) {
    StationId id = require(station);
    JsonNode payload = CallPayload.read(JsonBody.read(body, MOST_BYTES));
    return StationAnswer.of(action, engine.stations().request(id, action, payload));
  }

  @GetMapping("/messages")
  @Operation(
      operationId = "listMessages",
      summary = "What a station sent lately",
      description =
          """
          Its calls as they came, newest first; of each action the last ones, as far as the room \
          for them goes. They do not outlive the engine.\
          """)
  List<MessageDetail> messages(
      @PathVariable String station,
      @Parameter(description = "Only this action, such as `NotifyReport`.") @RequestParam
          Optional<String> action,
      @Parameter(description = "Only what came at this time or later.") @RequestParam
          Optional<Instant> from,
      @Parameter(description = "1 to 1000.") @RequestParam(defaultValue = "50") int limit) {
    StationId id = require(station);
    if (limit < 1 || limit > MOST_MESSAGES) {
      throw Refusal.invalid(
          "The parameter 'limit' is %d, expected a number from 1 to %d."
              .formatted(limit, MOST_MESSAGES));
    }
    return engine.stations().listMessages(id).stream()
        .filter(message -> action.map(message.action()::equals).orElse(true))
        .filter(message -> from.map(start -> !message.at().isBefore(start)).orElse(true))
        .limit(limit)
        .map(MessageDetail::of)
        .toList();
  }

  private StationId require(String station) {
    return engine.site().stations().stream()
        .map(each -> each.id())
        .filter(id -> id.value().equals(station))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("station", station));
  }
}
