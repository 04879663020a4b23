package energy.setpoint.app.web.api;

import energy.setpoint.app.web.view.ProxyState;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Stations that belong to another CSMS. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "stations")
class ProxyController {

  private final Sites sites;

  ProxyController(Sites sites) {
    this.sites = sites;
  }

  @GetMapping("/sites/{site}/proxy")
  @Operation(
      operationId = "listProxied",
      summary = "How stations stand with their CSMS",
      description = "Those that came since the start; empty where this engine is their CSMS.")
  List<ProxyState> proxied(@PathVariable String site) {
    return sites.engineOf(site).proxied().stream()
        .map(ProxyState::of)
        .sorted(Comparator.comparing(ProxyState::station))
        .toList();
  }
}
