package energy.setpoint.app.web.api;

import energy.setpoint.app.engine.EngineView;
import energy.setpoint.app.web.problem.Refusal;
import energy.setpoint.core.site.Site;
import org.springframework.stereotype.Component;

/** The sites of this server, of which there is one. */
@Component
final class Sites {

  private final EngineView engine;

  Sites(EngineView engine) {
    this.engine = engine;
  }

  /** The engine of a site; a site that is not there is refused. */
  EngineView engineOf(String id) {
    Site site = engine.site();
    if (!site.id().value().equals(id)) {
      throw Refusal.notFound("site", id);
    }
    return engine;
  }
}
