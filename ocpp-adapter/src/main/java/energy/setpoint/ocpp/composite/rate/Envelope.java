package energy.setpoint.ocpp.composite.rate;

import energy.setpoint.ocpp.composite.profile.ChargingSchedule;
import energy.setpoint.ocpp.composite.profile.OperationMode;
import energy.setpoint.ocpp.composite.profile.PhaseValues;
import energy.setpoint.ocpp.composite.profile.RateUnit;
import energy.setpoint.ocpp.composite.profile.SchedulePeriod;
import energy.setpoint.ocpp.composite.station.Rating;
import energy.setpoint.ocpp.composite.station.Supply;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What an EVSE or a station may do at a moment, and on which phases. Immutable. */
public final class Envelope {

  private final Rates rates;
  private final PhaseUse phases;
  private final Manner manner;

  private Envelope(Rates rates, PhaseUse phases, Manner manner) {
    this.rates = rates;
    this.phases = phases;
    this.manner = manner;
  }

  /** A transaction for which there is no profile: it charges, and does not feed back. */
  public static Envelope unrestricted(Supply supply) {
    Rates charging = Rates.limits(Flow.UNLIMITED, Flow.NOTHING);
    return new Envelope(charging, PhaseUse.of(supply.phases()), Manner.PLAIN);
  }

  /**
   * What a device can bear.
   *
   * @param bothWays true when the rating for charging holds for discharge, too, unless it says
   *     otherwise; else there is no discharge then
   */
  public static Envelope ofRating(Rating rating, Supply supply, boolean bothWays) {
    double discharge = rating.discharge().orElse(bothWays ? -rating.charge() : 0.0);
    Rates rates =
        Rates.limits(
            flow(rating.charge(), rating.unit(), supply), flow(-discharge, rating.unit(), supply));
    return new Envelope(rates, PhaseUse.of(supply.phases()), Manner.PLAIN);
  }

  private static Flow flow(double value, RateUnit unit, Supply supply) {
    return Flow.of(PhaseValues.of(value), unit, Optional.of(supply.phases()), supply);
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
    Flow nearlyFull =
        schedule
            .limitAtSoc()
            .filter(limit -> soc.filter(percent -> percent >= limit.percent()).isPresent())
            .map(limit -> reader.read(limit.limit()))
            .orElse(Flow.UNLIMITED);
    Rates rates =
        new Rates(
            reader.read(period.limit()).orElse(Flow.UNLIMITED).min(nearlyFull),
            reader.read(period.dischargeLimit()).map(Flow::negated).orElse(Flow.UNLIMITED),
            reader.read(period.setpoint()),
            reader.read(period.setpointReactive()));
    return new Envelope(rates, reader.phases(), Manner.of(period));
  }

  /** As the profile of a transaction means it: without a mode for it there is no discharge. */
  public Envelope ofTransaction() {
    return switch (manner.mode()) {
      case IDLE -> with(Rates.limits(Flow.NOTHING, Flow.NOTHING));
      case CHARGING_ONLY -> with(Rates.limits(rates.charge(), Flow.NOTHING));
      case CENTRAL_SETPOINT,
          EXTERNAL_SETPOINT,
          EXTERNAL_LIMITS,
          CENTRAL_FREQUENCY,
          LOCAL_FREQUENCY,
          LOCAL_LOAD_BALANCING ->
          this;
    };
  }

  private Envelope with(Rates other) {
    return new Envelope(other, phases, manner);
  }

  /** Under another one, whose targets do not count here (2.1 K08.FR.04). */
  public Envelope under(Envelope ceiling) {
    return new Envelope(rates.under(ceiling.rates), phases.under(ceiling.phases), manner);
  }

  /** What is certain when this or the other one holds, and nobody knows which. */
  public Envelope or(Envelope other) {
    return new Envelope(rates.or(other.rates), phases.under(other.phases), other.manner);
  }

  /** With the targets of an external system in the place of its own, if that has any. */
  public Envelope steeredBy(Envelope external) {
    return external.rates.hasTargets()
        ? new Envelope(
            rates.withTargets(external.rates), phases, manner.in(OperationMode.EXTERNAL_SETPOINT))
        : this;
  }

  /**
   * With power made here on top (2.1 K27). It serves to charge, and each phase gets no more of it
   * than its part, for nobody says where it is made.
   */
  public Envelope plusGeneration(Envelope generation) {
    Flow part = generation.rates.charge().sharedBy(phases.count());
    return with(rates.withCharge(rates.charge().plus(part)));
  }

  /** Beside another device on the same wires. */
  public Envelope beside(Envelope other) {
    int count = Math.max(phases.count(), other.phases.count());
    return new Envelope(
        rates.beside(other.rates),
        new PhaseUse(count, Optional.empty(), phases.each() || other.phases.each()),
        manner.mode().discharges() ? manner : other.manner);
  }

  /** True when there is a target. */
  public boolean isSteered() {
    return rates.setpoint().isPresent();
  }

  /** As a DC device sees it, which knows no phases. */
  public Envelope onDc() {
    return on(Flow::onDc, PhaseUse.of(1));
  }

  /** As the grid sees a DC device. */
  public Envelope spread() {
    return on(Flow::spread, PhaseUse.of(3));
  }

  /** On the wires of a station, which has phases that a single EVSE may not reach. */
  public Envelope onPhasesOf(Supply supply) {
    PhaseUse wires = new PhaseUse(supply.phases(), Optional.empty(), phases.each());
    return new Envelope(rates, wires, manner);
  }

  /** Inside its number of phases, with targets inside its limits (2.1 K08.FR.08). */
  public Envelope settled() {
    return on(phases::narrow, phases.settled()).targetInside();
  }

  private Envelope targetInside() {
    return with(rates.withTargetInside());
  }

  private Envelope on(UnaryOperator<Flow> change, PhaseUse others) {
    return new Envelope(rates.each(change), others, manner);
  }

  Rates rates() {
    return rates;
  }

  PhaseUse phases() {
    return phases;
  }

  Manner manner() {
    return manner;
  }
}
