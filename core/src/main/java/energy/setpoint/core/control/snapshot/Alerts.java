package energy.setpoint.core.control.snapshot;

import energy.setpoint.core.control.SiteSnapshot.DeviceView;
import energy.setpoint.core.control.SiteSnapshot.StationView;
import energy.setpoint.core.control.book.Books;
import energy.setpoint.core.control.measure.OverloadWatch;
import energy.setpoint.core.control.reconcile.Fallbacks;
import energy.setpoint.core.control.vehicle.Sleepers;
import energy.setpoint.core.event.ScheduleAnnounced;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.reconcile.Disobedience;
import energy.setpoint.core.reconcile.Overruling;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Site;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what an operator should look at, in whole sentences. */
final class Alerts {

  /** In a row; fewer may be a message that was lost. */
  private static final int TELLING_FAILURES = 3;

  private final Site site;
  private final Books books;
  private final Sleepers sleepers;
  private final OverloadWatch overloads;
  private final Reconciler ledgers;
  private final Fallbacks fallbacks;
  private final GridAlerts grid;

  Alerts(
      Site site,
      Books books,
      Sleepers sleepers,
      OverloadWatch overloads,
      Reconciler ledgers,
      Fallbacks fallbacks) {
    this.site = site;
    this.books = books;
    this.sleepers = sleepers;
    this.overloads = overloads;
    this.ledgers = ledgers;
    this.fallbacks = fallbacks;
    this.grid = new GridAlerts(site, books.grid());
  }

  /**
   * @param plan in force
   */
  List<String> list(
      List<StationView> stationViews,
      List<DeviceView> deviceViews,
      Optional<Plan> plan,
      Instant now) {
    List<String> alerts = new ArrayList<>();
    stationViews.forEach(station -> ofStation(station).ifPresent(alerts::add));
    for (DeviceView device : deviceViews) {
      if (device.stale()) {
        alerts.add("No fresh reading of " + device.kind() + " " + device.id() + ".");
      }
    }
    site.evses().forEach(evse -> ofEvse(evse, now).ifPresent(alerts::add));
    site.stations()
        .forEach(station -> alerts.addAll(books.stations().listProfileConcerns(station.id())));
    site.evses().map(Evse::ref).forEach(evse -> ofGrid(evse, now).ifPresent(alerts::add));
    site.evses().map(Evse::ref).forEach(evse -> ofNegotiation(evse).ifPresent(alerts::add));
    site.evses().map(Evse::ref).forEach(evse -> ofSleeper(evse, now).ifPresent(alerts::add));
    site.evses().map(Evse::ref).forEach(evse -> ofOrder(evse).ifPresent(alerts::add));
    plan.flatMap(p -> p.report().reason()).ifPresent(reason -> alerts.add("Plan: " + reason));
    alerts.addAll(grid.list(now));
    alerts.addAll(overloads.list());
    return alerts;
  }

  private Optional<String> ofStation(StationView station) {
    if (!station.connected()) {
      return Optional.of("Station " + station.id() + " is not connected.");
    }
    String cause = fallbacks.findRefusal(station.id()).map(Alerts::cause).orElse("");
    return station.fallbackConfirmed()
        ? Optional.empty()
        : Optional.of("Station " + station.id() + " has not confirmed its fallback" + cause + ".");
  }

  private Optional<String> ofEvse(Evse evse, Instant now) {
    return ledgers
        .ledger(evse.ref())
        .findDisobedience(now)
        .filter(it -> it.times() >= TELLING_FAILURES || !isMaybeLost(it))
        .map(it -> "EVSE " + evse.ref() + " " + what(it) + cause(it) + ".");
  }

  /** Refusals are told at once where they are no matter of lost messages. */
  private static boolean isMaybeLost(Disobedience disobedience) {
    return switch (disobedience.kind()) {
      case REFUSES, SILENT -> true;
      case HOLDS_MORE, DRAWS_MORE -> false;
    };
  }

  private static String what(Disobedience disobedience) {
    return switch (disobedience.kind()) {
      case REFUSES -> "refuses its limits";
      case SILENT -> "does not answer to its limits";
      case HOLDS_MORE -> "holds more than it confirmed";
      case DRAWS_MORE -> "draws more than it confirmed";
    };
  }

  private static String cause(Disobedience disobedience) {
    Instant since = disobedience.since().truncatedTo(ChronoUnit.SECONDS);
    return " (since " + since + ", last: " + disobedience.reason() + ")";
  }

  /** An alarm of this run has its own sentence; of the last one only the ledger is left. */
  private Optional<String> ofGrid(EvseRef evse, Instant now) {
    return isOverruled(evse, Overruling.GRID)
            && books.grid().der().of(evse.station(), now).alarm().isEmpty()
        ? Optional.of(
            "EVSE "
                + evse
                + " supported the grid when the engine stopped: its own limits may not hold.")
        : Optional.empty();
  }

  private boolean isOverruled(EvseRef evse, Overruling by) {
    return ledgers.ledger(evse).overrulings().contains(by);
  }

  private Optional<String> ofNegotiation(EvseRef evse) {
    if (isOverruled(evse, Overruling.PRIORITY)) {
      return Optional.of("EVSE " + evse + " charges with priority: its own limits do not hold.");
    }
    return books
        .stations()
        .findAnnounced(evse)
        .flatMap(ScheduleAnnounced::excess)
        .map(excess -> "The vehicle at EVSE " + evse + " plans more than offered: " + excess);
  }

  private Optional<String> ofSleeper(EvseRef evse, Instant now) {
    return sleepers
        .find(evse, now)
        .map(manner ->
            switch (manner) {
              case DOES_NOT_START -> "does not start";
              case DOES_NOT_RESUME -> "does not go on after a pause";
            })
        .map(what -> "The vehicle at EVSE " + evse + " may charge and " + what + ".");
  }

  private Optional<String> ofOrder(EvseRef evse) {
    return books
        .orders()
        .findLapse(evse)
        .map(why -> "The order for EVSE " + evse + " ended before its time: " + why + ".");
  }
}
