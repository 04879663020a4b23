package energy.setpoint.app.web.api;

import energy.setpoint.app.storage.query.Page;
import energy.setpoint.app.storage.query.SecurityEventQueries;
import energy.setpoint.app.web.problem.Refusal;
import energy.setpoint.app.web.view.SecurityEventDetail;
import energy.setpoint.core.site.StationId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What stations reported, and what was noticed at the door. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "stations")
class SecurityEventsController {

  private final SecurityEventQueries events;

  SecurityEventsController(SecurityEventQueries events) {
    this.events = events;
  }

  @GetMapping("/security-events")
  @Operation(
      operationId = "listSecurityEvents",
      summary = "Security events",
      description =
          "What stations reported, and what was noticed at the door. Newest first, as they came.")
  List<SecurityEventDetail> securityEvents(
      @Parameter(description = "Only this station; everything where it is left out.") @RequestParam
          Optional<String> station,
      @Parameter(description = "1 to 1000.") @RequestParam(defaultValue = "100") int limit,
      @Parameter(description = "How many to skip.") @RequestParam(defaultValue = "0") int offset) {
    Page page = Paging.page(limit, offset);
    return events.listNewest(station.map(SecurityEventsController::id), page).stream()
        .map(SecurityEventDetail::of)
        .toList();
  }

  private static StationId id(String text) {
    try {
      return new StationId(text);
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid("The parameter 'station' is no name of a station.");
    }
  }
}
