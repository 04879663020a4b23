package energy.setpoint.app.web.api;

import energy.setpoint.app.engine.EngineView;
import energy.setpoint.app.storage.query.IntentQueries;
import energy.setpoint.app.storage.query.IntentRecord;
import energy.setpoint.app.storage.query.Page;
import energy.setpoint.app.web.problem.Refusal;
import energy.setpoint.app.web.view.ExchangeDetail;
import energy.setpoint.app.web.view.LedgerDetail;
import energy.setpoint.app.web.view.StationDetail;
import energy.setpoint.core.site.Station;
import energy.setpoint.core.site.StationId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Charging stations and what they were told. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "stations", description = "Charging stations, and what they were told.")
class StationsController {

  private final EngineView engine;
  private final Sites sites;
  private final IntentQueries intents;

  StationsController(EngineView engine, Sites sites, IntentQueries intents) {
    this.engine = engine;
    this.sites = sites;
    this.intents = intents;
  }

  @GetMapping("/sites/{site}/stations")
  @Operation(operationId = "listStations", summary = "The stations of a site")
  List<StationDetail> stations(@PathVariable String site) {
    EngineView found = sites.engineOf(site);
    var snapshot = found.snapshot();
    return found.site().stations().stream()
        .map(station ->
            StationDetail.of(station, found.site(), snapshot, found.stations().find(station.id())))
        .toList();
  }

  @GetMapping("/stations/{station}")
  @Operation(operationId = "getStation", summary = "A station")
  StationDetail station(@PathVariable String station) {
    Station found = requireStation(station);
    return StationDetail.of(
        found, engine.site(), engine.snapshot(), engine.stations().find(found.id()));
  }

  @GetMapping("/stations/{station}/ledger")
  @Operation(
      operationId = "getLedger",
      summary = "What a station was told, and what it really does",
      description = "One entry for each EVSE; empty until the engine looked for the first time.")
  List<LedgerDetail> ledger(@PathVariable String station) {
    StationId id = requireStation(station).id();
    return engine.snapshot().stream()
        .flatMap(snapshot -> snapshot.ledgers().stream())
        .filter(view -> view.ref().station().equals(id))
        .map(LedgerDetail::of)
        .toList();
  }

  @GetMapping("/sites/{site}/exchanges")
  @Operation(
      operationId = "listExchanges",
      summary = "What stations were told and answered",
      description = "Newest first, with the messages as they went over the wire.")
  List<ExchangeDetail> exchanges(
      @PathVariable String site,
      @Parameter(description = "Only this station; all of them where it is left out.") @RequestParam
          Optional<String> station,
      @Parameter(description = "1 to 1000.") @RequestParam(defaultValue = "50") int limit) {
    EngineView found = sites.engineOf(site);
    Page page = Paging.page(limit, 0);
    List<Station> asked =
        station.map(id -> List.of(requireStation(id))).orElseGet(() -> found.site().stations());
    return asked.stream()
        .flatMap(each -> intents.listNewest(each.id(), page).stream())
        .sorted(Comparator.comparing(IntentRecord::sentAt).reversed())
        .limit(limit)
        .map(ExchangeDetail::of)
        .toList();
  }

  private Station requireStation(String id) {
    return engine.site().stations().stream()
        .filter(station -> station.id().value().equals(id))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("station", id));
  }
}
