package energy.setpoint.core.control.grid;

import energy.setpoint.core.der.DerControl;
import energy.setpoint.core.der.HeldControl;
import energy.setpoint.core.event.DerEvent;
import energy.setpoint.core.time.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The DER controls of a station, as far as it told. Immutable.
 *
 * @param controls in the order in which they were heard of
 * @param started ids of the scheduled ones that began to hold
 * @param alarm the one that is standing; empty when none is
 * @param reportedAt when it last told all of them; empty until it did
 */
public record DerView(
    List<HeldControl> controls,
    Set<String> started,
    Optional<DerEvent.Alarm> alarm,
    Optional<Instant> reportedAt) {

  /** Of a station that told nothing yet. */
  public static final DerView NOTHING =
      new DerView(List.of(), Set.of(), Optional.empty(), Optional.empty());

  public DerView {
    controls = List.copyOf(controls);
    started = Set.copyOf(started);
  }

  /**
   * True when the station carries a control out: a scheduled one that started, or a default in
   * whose place no scheduled one of its kind did (R04.FR.09 and 11).
   */
  public boolean isActive(HeldControl control) {
    if (control.superseded()) {
      return false;
    }
    return control.isDefault()
        ? controls.stream().noneMatch(other -> displaces(other, control))
        : started.contains(control.id());
  }

  private boolean displaces(HeldControl scheduled, HeldControl byDefault) {
    return scheduled.type() == byDefault.type()
        && !scheduled.isDefault()
        && !scheduled.superseded()
        && started.contains(scheduled.id());
  }

  /**
   * How it is at a time, also where the station's word was missed: scheduled controls start when
   * their time comes (R04.FR.20), and are forgotten when it is over (R04.FR.10).
   */
  DerView at(Instant now) {
    DerView present = without(control -> isScheduled(control, when -> !now.isBefore(when.end())));
    Set<String> running = new HashSet<>(present.started());
    present.controls().stream()
        .filter(control -> isScheduled(control, when -> when.contains(now)))
        .forEach(control -> running.add(control.id()));
    return present.withStarted(running);
  }

  private static boolean isScheduled(HeldControl control, Predicate<Interval> when) {
    return control.control().flatMap(DerControl::scheduled).filter(when).isPresent();
  }

  /** A control with an id that is there already takes its place. */
  DerView with(HeldControl control) {
    List<HeldControl> all =
        new ArrayList<>(without(other -> other.id().equals(control.id())).controls());
    all.add(control);
    Set<String> others = new HashSet<>(started);
    others.remove(control.id());
    return new DerView(all, others, alarm, reportedAt);
  }

  DerView without(Predicate<HeldControl> which) {
    Set<String> others = new HashSet<>(started);
    controls.stream().filter(which).forEach(control -> others.remove(control.id()));
    return new DerView(
        controls.stream().filter(which.negate()).toList(), others, alarm, reportedAt);
  }

  DerView superseding(Collection<String> ids) {
    return new DerView(
        controls.stream()
            .map(control -> ids.contains(control.id()) ? control.asSuperseded() : control)
            .toList(),
        started,
        alarm,
        reportedAt);
  }

  DerView withStarted(Set<String> value) {
    return new DerView(controls, value, alarm, reportedAt);
  }

  DerView withAlarm(Optional<DerEvent.Alarm> value) {
    return new DerView(controls, started, value, reportedAt);
  }

  /** All of them, told at once; what started and is not among them is over. */
  DerView reported(List<HeldControl> all, Instant at) {
    Set<String> held = new HashSet<>();
    all.forEach(control -> held.add(control.id()));
    held.retainAll(started);
    return new DerView(all, held, alarm, Optional.of(at));
  }
}
