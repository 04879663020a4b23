package energy.setpoint.app.web.grid;

import energy.setpoint.core.control.grid.DerView;
import energy.setpoint.core.der.DerControlType;
import energy.setpoint.core.der.GridFault;
import energy.setpoint.core.der.HeldControl;
import energy.setpoint.core.event.DerEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The DER controls of a station. */
@Schema(description = "The DER controls of a station, as far as it told.")
record DerState(
    List<Control> controls,
    @Schema(description = "Absent while the station follows its charging profiles.")
        Optional<Alarm> alarm,
    @Schema(description = "When the station last told all of its controls.")
        Optional<Instant> reportedAt) {

  /** A control that a station holds. */
  @Schema(name = "HeldDerControl", description = "A control that a station holds.")
  record Control(
      String id,
      DerControlType type,
      @Schema(name = "default", description = "False for a scheduled one.") boolean isDefault,
      @Schema(description = "Another one has taken its place.") boolean superseded,
      @Schema(description = "It is carried out now.") boolean active,
      @Schema(description = "0 is the highest.") int priority,
      @Schema(description = "What it sets; absent when the station's values make no sense.")
          Optional<DerControlDocument> control) {

    static Control of(HeldControl held, DerView view) {
      return new Control(
          held.id(),
          held.type(),
          held.isDefault(),
          held.superseded(),
          view.isActive(held),
          held.priority(),
          held.control().map(DerControlWriter::write));
    }
  }

  /** A deviation from a charging profile. */
  @Schema(name = "DerAlarm", description = "The station deviates from its charging profile.")
  record Alarm(
      Instant since,
      @Schema(description = "The kind of control that has taken over.") DerControlType control,
      @Schema(description = "Of the grid, where the station told.") Optional<GridFault> fault,
      @Schema(description = "The station's words; often none.") String remark) {

    static Alarm of(DerEvent.Alarm alarm) {
      return new Alarm(alarm.at(), alarm.control(), alarm.fault(), alarm.remark());
    }
  }

  static DerState of(DerView view) {
    return new DerState(
        view.controls().stream().map(held -> Control.of(held, view)).toList(),
        view.alarm().map(Alarm::of),
        view.reportedAt());
  }
}
