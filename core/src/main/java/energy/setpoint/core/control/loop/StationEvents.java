package energy.setpoint.core.control.loop;

import energy.setpoint.core.control.ControlCounters;
import energy.setpoint.core.control.book.Books;
import energy.setpoint.core.control.grid.GridEvents;
import energy.setpoint.core.control.plan.PlanSite;
import energy.setpoint.core.control.reconcile.ReturningStations;
import energy.setpoint.core.event.DerEvent;
import energy.setpoint.core.event.EvseMeasured;
import energy.setpoint.core.event.EvseStatusReported;
import energy.setpoint.core.event.ExternalLimitEvent;
import energy.setpoint.core.event.NeedsReported;
import energy.setpoint.core.event.PriorityChanged;
import energy.setpoint.core.event.ProfilesReported;
import energy.setpoint.core.event.ScheduleAnnounced;
import energy.setpoint.core.event.StationBooted;
import energy.setpoint.core.event.StationConnected;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.event.StationLost;
import energy.setpoint.core.event.TariffsReported;
import energy.setpoint.core.event.TransactionEnded;
import energy.setpoint.core.event.TransactionStarted;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.Station;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Takes in what stations report, and refuses what the site does not have. */
final class StationEvents {

  private static final System.Logger LOG = System.getLogger(StationEvents.class.getName());

  private final Site site;
  private final Books books;
  private final ReturningStations returning;
  private final VehicleChanges vehicles;
  private final EvseMeasurements measurements;
  private final Negotiations negotiations;
  private final GridEvents grid;
  private final GridDeviations deviations;
  private final PlanSite planner;
  private final ControlCounters counters;
  private final InstantSource clock;

  StationEvents(
      Site site,
      Books books,
      ReturningStations returning,
      VehicleChanges vehicles,
      EvseMeasurements measurements,
      Negotiations negotiations,
      GridEvents grid,
      GridDeviations deviations,
      PlanSite planner,
      ControlCounters counters,
      InstantSource clock) {
    this.site = site;
    this.books = books;
    this.returning = returning;
    this.vehicles = vehicles;
    this.measurements = measurements;
    this.negotiations = negotiations;
    this.grid = grid;
    this.deviations = deviations;
    this.planner = planner;
    this.counters = counters;
    this.clock = clock;
  }

  void take(StationEvent event) {
    Optional<Station> station = site.findStation(event.station());
    boolean evseKnown = evseOf(event).map(ref -> site.findEvse(ref).isPresent()).orElse(true);
    if (station.isEmpty() || !evseKnown) {
      counters.countStranger();
      LOG.log(System.Logger.Level.WARNING, "Ignored, the site has no such EVSE: {0}", event);
      return;
    }
    StationEvent believed = notOfTheFuture(event);
    books.stations().saw(believed);
    take(believed, station.get());
  }

  /** A sample that seems to come would hide all real ones until then. */
  private StationEvent notOfTheFuture(StationEvent event) {
    Instant now = clock.instant();
    return event instanceof EvseMeasured(var evse, var at, var transaction, var sample)
            && at.isAfter(now)
        ? new EvseMeasured(evse, now, transaction, sample)
        : event;
  }

  private static Optional<EvseRef> evseOf(StationEvent event) {
    return switch (event) {
      case EvseStatusReported e -> Optional.of(e.evse());
      case TransactionStarted e -> Optional.of(e.evse());
      case TransactionEnded e -> Optional.of(e.evse());
      case EvseMeasured e -> Optional.of(e.evse());
      case NeedsReported e -> Optional.of(e.evse());
      case ScheduleAnnounced e -> Optional.of(e.evse());
      case PriorityChanged e -> Optional.of(e.evse());
      case ExternalLimitEvent e ->
          e.evseNumber().stream().mapToObj(number -> new EvseRef(e.station(), number)).findFirst();
      case StationConnected _, StationLost _, StationBooted _ -> Optional.empty();
      case ProfilesReported _, DerEvent _, TariffsReported _ -> Optional.empty();
    };
  }

  private void take(StationEvent event, Station station) {
    switch (event) {
      case StationConnected e -> {
        LOG.log(System.Logger.Level.INFO, "Station {0} connected ({1})", e.station(), e.protocol());
        returning.connected(station);
      }
      case StationLost e ->
          LOG.log(System.Logger.Level.WARNING, "Station {0} lost: {1}", e.station(), e.reason());
      case StationBooted e -> {
        grid.booted(e.station());
        deviations.booted(e.station());
        returning.booted(station);
      }
      case EvseStatusReported _ -> vehicles.endDeserted(clock.instant());
      case TransactionStarted e -> vehicles.started(e);
      case TransactionEnded e -> vehicles.ended(e);
      case DerEvent e -> {
        grid.take(e);
        deviations.saw(e);
      }
      case TariffsReported e -> grid.take(e);
      case ExternalLimitEvent e -> {
        grid.take(e);
        planner.request(clock.instant());
      }
      case EvseMeasured e -> measurements.saw(e);
      case NeedsReported e -> negotiations.reported(e);
      case ScheduleAnnounced e -> negotiations.announced(e);
      case PriorityChanged e -> negotiations.prioritized(e);
      case ProfilesReported e -> returning.reported(station, e);
    }
  }
}
