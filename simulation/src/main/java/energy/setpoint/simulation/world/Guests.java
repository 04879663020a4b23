package energy.setpoint.simulation.world;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.time.Interval;
import energy.setpoint.simulation.physics.SimulatedVehicle;
import energy.setpoint.simulation.station.SimulatedStation;
import energy.setpoint.simulation.station.state.Arrival;
import energy.setpoint.simulation.station.state.EvseSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plugs vehicles in and out as the plan of visits says, and notes how each visit ended. */
final class Guests {

  private static final Logger LOG = LoggerFactory.getLogger(Guests.class);
  private static final Duration CHUNK = Duration.ofDays(1);
  private static final Duration LONGEST_VISIT = Duration.ofDays(7);

  private record Stay(
      Visit visit, SimulatedVehicle vehicle, Energy importedBefore, Energy exportedBefore) {}

  private final VisitPlan plan;
  private final Map<StationId, SimulatedStation> stations;
  private final Queue<Visit> expected =
      new PriorityQueue<>(Comparator.comparing((Visit visit) -> visit.stay().start()));
  private final Map<EvseRef, Stay> present = new LinkedHashMap<>();
  private final List<VisitResult> results = new ArrayList<>();
  private Instant plannedUntil;

  Guests(VisitPlan plan, Map<StationId, SimulatedStation> stations, Instant start) {
    this.plan = plan;
    this.stations = stations;
    this.plannedUntil = start;
    for (Visit visit : plan.beginningIn(new Interval(start.minus(LONGEST_VISIT), start))) {
      if (visit.stay().end().isAfter(start)) {
        expected.add(visit);
      }
    }
  }

  void advance(Instant now) {
    while (!plannedUntil.isAfter(now)) {
      Interval next = Interval.of(plannedUntil, CHUNK);
      expected.addAll(plan.beginningIn(next));
      plannedUntil = next.end();
    }
    for (Stay stay : List.copyOf(present.values())) {
      if (!stay.visit().stay().end().isAfter(now)) {
        leave(stay);
      }
    }
    for (Visit next = expected.peek();
        next != null && !next.stay().start().isAfter(now);
        next = expected.peek()) {
      arrive(expected.remove());
    }
  }

  List<VisitResult> results() {
    return List.copyOf(results);
  }

  private void arrive(Visit visit) {
    SimulatedStation station = stations.get(visit.evse().station());
    Optional<EvseSnapshot> place = station == null ? Optional.empty() : find(station, visit.evse());
    if (station == null || place.isEmpty() || present.containsKey(visit.evse())) {
      LOG.warn("{} finds no free place at {}", visit.token(), visit.evse());
      return;
    }
    SimulatedVehicle vehicle = new SimulatedVehicle(visit.vehicle(), visit.arrival(), visit.full());
    station.plugIn(
        visit.evse().number(),
        new Arrival(
            vehicle,
            visit.token(),
            Optional.of(visit.stay().end()),
            visit.wanted(),
            visit.tellsNeeds()));
    present.put(
        visit.evse(), new Stay(visit, vehicle, place.get().imported(), place.get().exported()));
  }

  private void leave(Stay stay) {
    EvseRef evse = stay.visit().evse();
    present.remove(evse);
    SimulatedStation station = stations.get(evse.station());
    if (station == null) {
      return;
    }
    find(station, evse)
        .ifPresent(place ->
            results.add(
                new VisitResult(
                    stay.visit(),
                    place.imported().minus(stay.importedBefore()),
                    place.exported().minus(stay.exportedBefore()),
                    stay.vehicle().soc())));
    station.unplug(evse.number());
  }

  private static Optional<EvseSnapshot> find(SimulatedStation station, EvseRef evse) {
    return station.snapshot().evses().stream().filter(e -> e.evse().equals(evse)).findFirst();
  }
}
