package energy.setpoint.core.event;

import energy.setpoint.core.der.DerControlType;
import energy.setpoint.core.der.DerSelection;
import energy.setpoint.core.der.GridFault;
import energy.setpoint.core.der.HeldControl;
import energy.setpoint.core.site.StationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a station said about its DER controls; they concern all of its EVSEs. */
public sealed interface DerEvent extends StationEvent {

  /**
   * It accepted a control.
   *
   * @param superseded ids of those that lost their place, maybe that of the new one (R04.FR.08)
   */
  record ControlAccepted(
      StationId station, Instant at, HeldControl control, List<String> superseded)
      implements DerEvent {
    public ControlAccepted {
      superseded = List.copyOf(superseded);
    }
  }

  /** It cleared controls. */
  record ControlsCleared(StationId station, Instant at, DerSelection which) implements DerEvent {}

  /**
   * It told which controls it holds.
   *
   * @param requestId of the question
   * @param more true when another report of the same answer follows
   */
  record ControlsReported(
      StationId station, Instant at, int requestId, List<HeldControl> controls, boolean more)
      implements DerEvent {
    public ControlsReported {
      controls = List.copyOf(controls);
    }
  }

  /**
   * A scheduled control began to hold.
   *
   * @param superseded ids of those that lost their place thereby
   */
  record ControlStarted(StationId station, Instant at, String controlId, List<String> superseded)
      implements DerEvent {
    public ControlStarted {
      superseded = List.copyOf(superseded);
    }
  }

  /** A scheduled control is over; the station has forgotten it (R04.FR.10). */
  record ControlEnded(StationId station, Instant at, String controlId) implements DerEvent {}

  /**
   * It deviates from its charging profile because of a control, or no longer does. There is one
   * alarm at a time: a new one takes the place of the one before (R05.FR.04).
   *
   * @param fault of the grid that caused it; empty when not said
   * @param remark of the station; empty when there is none
   */
  record Alarm(
      StationId station,
      Instant at,
      DerControlType control,
      Optional<GridFault> fault,
      boolean ended,
      String remark)
      implements DerEvent {}
}
