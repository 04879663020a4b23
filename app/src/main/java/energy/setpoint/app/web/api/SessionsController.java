package energy.setpoint.app.web.api;

import energy.setpoint.app.engine.EngineView;
import energy.setpoint.app.storage.query.Page;
import energy.setpoint.app.storage.query.SessionQueries;
import energy.setpoint.app.web.problem.Refusal;
import energy.setpoint.app.web.view.SessionDetail;
import energy.setpoint.core.control.SiteSnapshot.EvseView;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.session.SessionId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Charging sessions, open and ended. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "sessions", description = "Vehicles at EVSEs, now and before.")
class SessionsController {

  private static final int LONGEST_ID = 64;

  private final EngineView engine;
  private final Sites sites;
  private final SessionQueries sessions;

  SessionsController(EngineView engine, Sites sites, SessionQueries sessions) {
    this.engine = engine;
    this.sites = sites;
    this.sessions = sessions;
  }

  /** Which sessions are listed. */
  enum State {
    open,
    all
  }

  @GetMapping("/sites/{site}/sessions")
  @Operation(operationId = "listSessions", summary = "Sessions", description = "Newest first.")
  List<SessionDetail> sessions(
      @PathVariable String site,
      @Parameter(description = "Only those that are open, or also the stored ones that ended.")
          @RequestParam(defaultValue = "open")
          State state,
      @Parameter(description = "1 to 1000.") @RequestParam(defaultValue = "100") int limit,
      @Parameter(description = "How many to skip.") @RequestParam(defaultValue = "0") int offset) {
    EngineView found = sites.engineOf(site);
    Page page = Paging.page(limit, offset);
    return switch (state) {
      case open -> open(found).skip(offset).limit(limit).map(SessionDetail::of).toList();
      case all -> sessions.listNewest(page).stream().map(SessionDetail::of).toList();
    };
  }

  @GetMapping("/sessions/{session}")
  @Operation(operationId = "getSession", summary = "A session, open or ended")
  SessionDetail session(@PathVariable String session) {
    return open(engine)
        .filter(s -> s.id().value().equals(session))
        .findFirst()
        .or(() -> findStored(session))
        .map(SessionDetail::of)
        .orElseThrow(() -> Refusal.notFound("session", session));
  }

  private Optional<ChargingSession> findStored(String id) {
    return id.isBlank() || id.length() > LONGEST_ID
        ? Optional.empty()
        : sessions.find(new SessionId(id));
  }

  /** The engine knows them better than the database, which lags a little. */
  private static Stream<ChargingSession> open(EngineView engine) {
    return engine.snapshot().stream()
        .flatMap(snapshot -> snapshot.evses().stream())
        .map(EvseView::session)
        .flatMap(Optional::stream)
        .sorted((a, b) -> b.started().compareTo(a.started()));
  }
}
