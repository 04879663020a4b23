package energy.setpoint.ocpp.composite.rate;

import energy.setpoint.ocpp.composite.profile.ChargingSchedule;
import energy.setpoint.ocpp.composite.profile.OperationMode;
import energy.setpoint.ocpp.composite.profile.PhaseValues;
import energy.setpoint.ocpp.composite.profile.RateUnit;
import energy.setpoint.ocpp.composite.profile.SchedulePeriod;
import energy.setpoint.ocpp.composite.station.Rating;
import energy.setpoint.ocpp.composite.station.Supply;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * What an EVSE or a station may do at a moment: at most so much in, at most so much out, and
 * perhaps a target in between.
 *
 * @param charge the most that may flow in; unlimited when nobody says
 * @param discharge the most that may flow out, as a magnitude; unlimited when nobody says
 * @param setpoint the target, negative to discharge
 * @param reactive the target of reactive power
 * @param phases that may be used
 * @param phaseToUse the one to be used when there is one
 * @param perPhase true when somebody gave phases values of their own (2.1 K08.FR.09)
 * @param manner what else a period says
 */
public record Envelope(
    Flow charge,
    Flow discharge,
    Optional<Flow> setpoint,
    Optional<Flow> reactive,
    int phases,
    Optional<Integer> phaseToUse,
    boolean perPhase,
    Manner manner) {

  /** Where no profile says anything. */
  private static Envelope open(int phases) {
    return new Envelope(
        Flow.UNLIMITED,
        Flow.UNLIMITED,
        Optional.empty(),
        Optional.empty(),
        phases,
        Optional.empty(),
        false,
        Manner.PLAIN);
  }

  /** A transaction for which there is no profile: it charges, and does not feed back. */
  public static Envelope unrestricted(Supply supply) {
    return open(supply.phases()).withoutDischarge();
  }

  /**
   * What a device can bear.
   *
   * @param dischargeUnsaid true when the rating for charging holds for discharge, too, unless it
   *     says otherwise; else there is no discharge then
   */
  public static Envelope ofRating(Rating rating, Supply supply, boolean dischargeUnsaid) {
    double discharge = rating.discharge().orElse(dischargeUnsaid ? -rating.charge() : 0.0);
    return open(supply.phases())
        .withCharge(flow(rating.charge(), rating.unit(), supply))
        .withDischarge(flow(-discharge, rating.unit(), supply));
  }

  private static Flow flow(double value, RateUnit unit, Supply supply) {
    Optional<Integer> phases = Optional.of(supply.phases());
    return Flow.of(PhaseValues.of(value), unit, phases, supply);
  }

  /**
   * A period of a schedule.
   *
   * @param soc state of charge in percent, if it is known; without it, {@code limitAtSoC} does not
   *     count (2.1 K01.FR.100)
   */
  public static Envelope of(
      SchedulePeriod period, ChargingSchedule schedule, Supply supply, Optional<Integer> soc) {
    var reader = new PeriodReader(period, schedule.unit(), supply);
    Flow charge = reader.read(period.limit()).orElse(Flow.UNLIMITED);
    Flow nearlyFull =
        schedule
            .limitAtSoc()
            .filter(limit -> soc.filter(percent -> percent >= limit.percent()).isPresent())
            .map(limit -> reader.read(limit.limit()))
            .orElse(Flow.UNLIMITED);
    return new Envelope(
        charge.min(nearlyFull),
        reader.read(period.dischargeLimit()).map(Flow::negated).orElse(Flow.UNLIMITED),
        reader.read(period.setpoint()),
        reader.read(period.setpointReactive()),
        reader.phases(),
        reader.phaseToUse(),
        reader.isPerPhase(),
        Manner.of(period));
  }

  /** As the profile of a transaction means it: without a mode for it there is no discharge. */
  public Envelope ofTransaction() {
    return switch (manner.mode()) {
      case IDLE -> withCharge(Flow.NOTHING).withoutDischarge();
      case CHARGING_ONLY -> withoutDischarge();
      case CENTRAL_SETPOINT,
          EXTERNAL_SETPOINT,
          EXTERNAL_LIMITS,
          CENTRAL_FREQUENCY,
          LOCAL_FREQUENCY,
          LOCAL_LOAD_BALANCING ->
          this;
    };
  }

  private Envelope withoutDischarge() {
    return withDischarge(Flow.NOTHING).withSetpoints(Optional.empty(), Optional.empty());
  }

  /** Under another one, whose targets do not count here (2.1 K08.FR.04). */
  public Envelope under(Envelope ceiling) {
    return new Envelope(
        charge.min(ceiling.charge),
        discharge.min(ceiling.discharge),
        setpoint,
        reactive,
        Math.min(phases, ceiling.phases),
        phaseToUse.or(ceiling::phaseToUse),
        perPhase || ceiling.perPhase,
        manner);
  }

  /** What is certain when this or the other one holds, and nobody knows which. */
  public Envelope or(Envelope other) {
    return under(other)
        .withSetpoints(
            both(setpoint, other.setpoint, Flow::gentler),
            both(reactive, other.reactive, Flow::gentler))
        .with(other.manner);
  }

  /** With the targets of an external system in the place of its own, if that has any. */
  public Envelope steeredBy(Envelope external) {
    if (external.setpoint.isEmpty() && external.reactive.isEmpty()) {
      return this;
    }
    return withSetpoints(external.setpoint, external.reactive)
        .with(manner.in(OperationMode.EXTERNAL_SETPOINT));
  }

  /**
   * With power made here on top (2.1 K27). It serves to charge, and each phase gets no more of it
   * than its part, for nobody says where it is made.
   */
  public Envelope plusGeneration(Envelope generation) {
    return withCharge(charge.plus(generation.charge.sharedBy(phases)));
  }

  /** Beside another device on the same wires. */
  public Envelope beside(Envelope other) {
    return new Envelope(
        charge.plus(other.charge),
        discharge.plus(other.discharge),
        both(setpoint, other.setpoint, Flow::plus),
        both(reactive, other.reactive, Flow::plus),
        Math.max(phases, other.phases),
        Optional.empty(),
        perPhase || other.perPhase,
        manner.mode().discharges() ? manner : other.manner);
  }

  private static Optional<Flow> both(
      Optional<Flow> one, Optional<Flow> other, BinaryOperator<Flow> combined) {
    return one.flatMap(flow -> other.map(second -> combined.apply(flow, second)));
  }

  /** True when there is a target. */
  public boolean isSteered() {
    return setpoint.isPresent();
  }

  /** As a DC device sees it, which knows no phases. */
  public Envelope onDc() {
    return each(Flow::onDc, 1, Optional.empty(), false);
  }

  /** As the grid sees a DC device. */
  public Envelope spread() {
    return each(Flow::spread, 3, Optional.empty(), false);
  }

  /**
   * Inside its number of phases, with targets inside its limits (2.1 K08.FR.08, V2X.03, V2X.04).
   */
  public Envelope settled() {
    boolean one = phases == 1;
    Envelope narrowed =
        one
            ? each(flow -> flow.throughOne(phaseToUse), 1, phaseToUse, false)
            : each(flow -> flow.through(phases), phases, Optional.empty(), perPhase);
    return narrowed.withSetpoints(
        narrowed.setpoint.map(s -> s.min(narrowed.charge).max(narrowed.discharge.negated())),
        narrowed.reactive);
  }

  private Envelope each(
      UnaryOperator<Flow> change,
      int newPhases,
      Optional<Integer> newPhaseToUse,
      boolean newPerPhase) {
    return new Envelope(
        change.apply(charge),
        change.apply(discharge),
        setpoint.map(change),
        reactive.map(change),
        newPhases,
        newPhaseToUse,
        newPerPhase,
        manner);
  }

  private Envelope withCharge(Flow other) {
    return new Envelope(other, discharge, setpoint, reactive, phases, phaseToUse, perPhase, manner);
  }

  private Envelope withDischarge(Flow other) {
    return new Envelope(charge, other, setpoint, reactive, phases, phaseToUse, perPhase, manner);
  }

  private Envelope withSetpoints(Optional<Flow> active, Optional<Flow> other) {
    return new Envelope(charge, discharge, active, other, phases, phaseToUse, perPhase, manner);
  }

  private Envelope with(Manner other) {
    return new Envelope(charge, discharge, setpoint, reactive, phases, phaseToUse, perPhase, other);
  }

  /** On the wires of a station, which has phases that a single EVSE may not reach. */
  public Envelope onPhasesOf(Supply supply) {
    return new Envelope(
        charge, discharge, setpoint, reactive, supply.phases(), Optional.empty(), perPhase, manner);
  }
}
