package energy.setpoint.simulation.grid;

import java.util.List;
import java.util.Optional;

/**
 * All functions that an inverter carries out at a time, one of each kind.
 *
 * @param maxDischarge the most to give, as a share of the rated power, 0 to 1
 */
public record GridCode(
    double maxDischarge,
    Optional<OutputCurve> voltWatt,
    Optional<OutputCurve> freqWatt,
    Optional<Droop> droop,
    List<TripCurve> trips,
    Optional<EnterService> enterService,
    Optional<Gradients> gradients) {

  /** An inverter that only follows its profiles. */
  public static final GridCode NONE =
      new GridCode(
          1,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty());

  public GridCode {
    trips = List.copyOf(trips);
  }
}
