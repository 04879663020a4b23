package energy.setpoint.core.event;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a vehicle said of its need; each part is empty when it did not say.
 *
 * @param requested energy to be added
 * @param capacity of the battery
 * @param soc now
 * @param targetSoc wanted at departure
 * @param minimumSoc the least that feeding back may leave
 * @param departure when it leaves
 * @param maxCharge magnitude
 * @param maxDischarge magnitude
 * @param phases 1 to 3
 * @param bounds what it allows beside the target
 * @param negotiation how it wants to be told
 */
public record ReportedNeed(
    Optional<Energy> requested,
    Optional<Energy> capacity,
    Optional<StateOfCharge> soc,
    Optional<StateOfCharge> targetSoc,
    Optional<StateOfCharge> minimumSoc,
    Optional<Instant> departure,
    Optional<Power> maxCharge,
    Optional<Power> maxDischarge,
    OptionalInt phases,
    Bounds bounds,
    Negotiation negotiation) {

  /** A need without bounds, of a vehicle that follows whatever it is told. */
  public ReportedNeed(
      Optional<Energy> requested,
      Optional<Energy> capacity,
      Optional<StateOfCharge> soc,
      Optional<StateOfCharge> targetSoc,
      Optional<StateOfCharge> minimumSoc,
      Optional<Instant> departure,
      Optional<Power> maxCharge,
      Optional<Power> maxDischarge,
      OptionalInt phases) {
    this(
        requested,
        capacity,
        soc,
        targetSoc,
        minimumSoc,
        departure,
        maxCharge,
        maxDischarge,
        phases,
        Bounds.UNSAID,
        Negotiation.UNSAID);
  }

  public ReportedNeed with(Bounds newBounds, Negotiation newNegotiation) {
    return new ReportedNeed(
        requested,
        capacity,
        soc,
        targetSoc,
        minimumSoc,
        departure,
        maxCharge,
        maxDischarge,
        phases,
        newBounds,
        newNegotiation);
  }

  /**
   * What a vehicle allows beside its target.
   *
   * @param least energy to be added by departure in any case; negative when the battery holds more
   *     than that
   * @param most energy that may be added at all
   * @param maximumSoc above which it does not want to be used for feeding back
   * @param minCharge the least power that it can charge with, magnitude
   * @param minDischarge the least power that it can feed back with, magnitude
   */
  public record Bounds(
      Optional<Energy> least,
      Optional<Energy> most,
      Optional<StateOfCharge> maximumSoc,
      Optional<Power> minCharge,
      Optional<Power> minDischarge) {

    public static final Bounds UNSAID =
        new Bounds(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }

  /**
   * How a vehicle and its station agree on power.
   *
   * @param control who plans the power
   * @param maxPeriods how many periods of a schedule the vehicle takes
   * @param perPhase it told limits for each phase, so it can be given some (OCPP 2.1 K01.FR.142)
   * @param negotiable the station may change the need, too
   */
  public record Negotiation(
      Optional<Control> control, OptionalInt maxPeriods, boolean perPhase, boolean negotiable) {

    public static final Negotiation UNSAID =
        new Negotiation(Optional.empty(), OptionalInt.empty(), false, false);
  }

  /** The control modes of ISO 15118-20. */
  public enum Control {
    /** The vehicle plans its power under limits over time. */
    SCHEDULED,
    /** The vehicle follows the power that it is told now. */
    DYNAMIC
  }
}
