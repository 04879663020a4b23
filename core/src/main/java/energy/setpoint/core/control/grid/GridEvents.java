package energy.setpoint.core.control.grid;

import energy.setpoint.core.control.ControlCounters;
import energy.setpoint.core.event.DerEvent;
import energy.setpoint.core.event.ExternalLimit;
import energy.setpoint.core.event.ExternalLimitEvent;
import energy.setpoint.core.event.TariffsReported;
import energy.setpoint.core.site.StationId;
import java.util.OptionalInt;

/** Takes in what stations tell about the grid, and says it to the operator. */
public final class GridEvents {

  private static final System.Logger LOG = System.getLogger(GridEvents.class.getName());

  private final GridBook book;
  private final ControlCounters counters;

  public GridEvents(GridBook book, ControlCounters counters) {
    this.book = book;
    this.counters = counters;
  }

  public void take(DerEvent event) {
    book.saw(event);
    counters.count(event);
    switch (event) {
      case DerEvent.Alarm e -> tell(e);
      case DerEvent.ControlsReported e ->
          e.controls().stream()
              .filter(control -> control.control().isEmpty())
              .forEach(control ->
                  LOG.log(
                      System.Logger.Level.WARNING,
                      "Station {0} holds DER control {1} ({2}), whose values make no sense.",
                      e.station(),
                      control.id(),
                      control.type()));
      case DerEvent.ControlAccepted _,
          DerEvent.ControlsCleared _,
          DerEvent.ControlStarted _,
          DerEvent.ControlEnded _ ->
          LOG.log(System.Logger.Level.INFO, "DER: {0}", event);
    }
  }

  private static void tell(DerEvent.Alarm alarm) {
    LOG.log(
        System.Logger.Level.WARNING,
        alarm.ended()
            ? "Station {0} follows its charging profile again; {1} had taken over: {2} {3}"
            : "Station {0} deviates from its charging profile, because of {1}: {2} {3}",
        alarm.station(),
        alarm.control(),
        alarm.fault().map(Enum::name).orElse("no fault told"),
        alarm.remark());
  }

  /** The planner is to be told, for a vehicle may be able to take less, or more again. */
  public void take(ExternalLimitEvent event) {
    book.saw(event);
    counters.count(event);
    switch (event) {
      case ExternalLimitEvent.Announced e ->
          LOG.log(
              System.Logger.Level.WARNING,
              "{0} is limited by {1}{2}: {3}",
              where(e.station(), e.evseNumber()),
              e.limit().source(),
              e.limit().gridCritical() ? ", critical for the grid" : "",
              amount(e.limit()));
      case ExternalLimitEvent.Cleared e ->
          LOG.log(
              System.Logger.Level.INFO,
              "{0} is no longer limited by {1}",
              where(e.station(), e.evseNumber()),
              e.source());
    }
  }

  private static String where(StationId station, OptionalInt evse) {
    return evse.isPresent() ? "EVSE " + station + "/" + evse.getAsInt() : "Station " + station;
  }

  private static String amount(ExternalLimit limit) {
    return limit.periods().isEmpty() ? "it did not say to what" : limit.periods().toString();
  }

  public void take(TariffsReported event) {
    book.saw(event);
  }

  /** A station started anew. */
  public void booted(StationId station) {
    book.booted(station);
  }
}
