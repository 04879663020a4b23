package energy.setpoint.core.control.grid;

import energy.setpoint.core.der.HeldControl;
import energy.setpoint.core.event.DerEvent;
import energy.setpoint.core.site.StationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * Which DER controls the stations hold, which of them are carried out, and what they are alarmed
 * about. Written in the engine's loop, read from any thread.
 */
public final class DerBook {

  private static final System.Logger LOG = System.getLogger(DerBook.class.getName());

  /** More than 22 kinds need, so that a station that never ends a report fills no memory. */
  private static final int MOST_CONTROLS = 512;

  private final Map<StationId, DerView> views = new ConcurrentHashMap<>();
  private final Map<StationId, Report> reports = new HashMap<>();

  /** The parts of an answer that came so far. */
  private record Report(int requestId, List<HeldControl> controls) {}

  /** What is known of a station's controls now. */
  public DerView of(StationId station, Instant now) {
    return views.getOrDefault(station, DerView.NOTHING).at(now);
  }

  void saw(DerEvent event) {
    switch (event) {
      case DerEvent.ControlAccepted e ->
          change(e, view -> view.at(e.at()).with(e.control()).superseding(e.superseded()));
      case DerEvent.ControlsCleared e -> change(e, view -> view.without(e.which()::matches));
      case DerEvent.ControlsReported e -> reported(e);
      case DerEvent.ControlStarted e -> change(e, view -> started(view, e));
      case DerEvent.ControlEnded e -> change(e, view -> ended(view, e.controlId()));
      case DerEvent.Alarm e ->
          change(e, view -> view.withAlarm(e.ended() ? Optional.empty() : Optional.of(e)));
    }
  }

  /** It keeps its controls (R01.FR.03), and tells again what it is alarmed about. */
  void booted(StationId station) {
    reports.remove(station);
    views.computeIfPresent(station, (id, view) -> view.withAlarm(Optional.empty()));
  }

  private void change(DerEvent event, UnaryOperator<DerView> change) {
    views.put(event.station(), change.apply(views.getOrDefault(event.station(), DerView.NOTHING)));
  }

  /** One that was never told of is remembered, too, but not without end. */
  private static DerView started(DerView view, DerEvent.ControlStarted event) {
    Set<String> started = new HashSet<>(view.started());
    if (started.size() < MOST_CONTROLS) {
      started.add(event.controlId());
    }
    event.superseded().forEach(started::remove);
    return view.superseding(event.superseded()).withStarted(started);
  }

  private static DerView ended(DerView view, String id) {
    Set<String> others = new HashSet<>(view.started());
    others.remove(id);
    return view.without(control -> control.id().equals(id)).withStarted(others);
  }

  private void reported(DerEvent.ControlsReported event) {
    Report before = reports.remove(event.station());
    List<HeldControl> all = new ArrayList<>();
    if (before != null && before.requestId() == event.requestId()) {
      all.addAll(before.controls());
    }
    all.addAll(event.controls());
    if (all.size() > MOST_CONTROLS) {
      LOG.log(
          System.Logger.Level.WARNING,
          "Station {0} reports more than {1} DER controls; the report is dropped.",
          event.station(),
          MOST_CONTROLS);
    } else if (event.more()) {
      reports.put(event.station(), new Report(event.requestId(), all));
    } else {
      change(event, view -> view.reported(all, event.at()));
    }
  }
}
