package energy.setpoint.app.web.view;

import energy.setpoint.app.engine.StationDesk.Dossier;
import energy.setpoint.core.control.SiteSnapshot;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.Station;
import energy.setpoint.core.site.Supply;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/** A charging station: how it is built, and how it is. */
@Schema(description = "A charging station: how it is built, and how it is.")
public record StationDetail(
    String id,
    @Schema(description = "What it is connected to.") String circuit,
    @Schema(description = "What each EVSE falls back to without the engine, per phase in A.")
        double fallbackA,
    List<EvseDetail> evses,
    @Schema(description = "Absent until the engine looked for the first time.")
        Optional<SiteState.StationState> state,
    @Schema(description = "How its EVSEs are; empty until the engine looked for the first time.")
        List<EvseState> evseStates,
    @Schema(description = "What it can do, and who says so.") Optional<TraitsDetail> traits) {

  /** An EVSE. */
  @Schema(description = "A place where one vehicle at a time can charge.")
  public record EvseDetail(
      @Schema(description = "Counted from 1 within the station.") int evse,
      Supply supply,
      @Schema(description = "The grid phases behind its own first, second and third one.")
          List<Phase> phases,
      @Schema(description = "Less than this means a pause; per phase.") double minimumA,
      @Schema(description = "Per phase.") double maximumA,
      @Schema(description = "It can feed back.") boolean bidirectional) {

    static EvseDetail of(Evse evse) {
      return new EvseDetail(
          evse.ref().number(),
          evse.supply(),
          evse.wiring(),
          evse.minimum().amps(),
          evse.maximum().amps(),
          evse.bidirectional());
    }
  }

  /**
   * @param dossier what is known of it beyond the site file
   */
  public static StationDetail of(
      Station station, Site site, Optional<SiteSnapshot> snapshot, Optional<Dossier> dossier) {
    return new StationDetail(
        station.id().value(),
        station.circuit().value(),
        station.fallback().amps(),
        station.evses().stream().map(EvseDetail::of).toList(),
        snapshot.flatMap(s ->
            s.stations().stream()
                .filter(view -> view.id().equals(station.id()))
                .map(SiteState.StationState::of)
                .findFirst()),
        snapshot.stream()
            .flatMap(s -> s.evses().stream())
            .filter(view -> view.ref().station().equals(station.id()))
            .map(view -> EvseState.of(view, site.voltage()))
            .toList(),
        dossier.map(TraitsDetail::of));
  }
}
