package energy.setpoint.ocpp.v21.station;

import energy.setpoint.core.event.NeedsReported;
import energy.setpoint.core.event.ReportedNeed;
import energy.setpoint.core.event.ReportedNeed.Bounds;
import energy.setpoint.core.event.ReportedNeed.Control;
import energy.setpoint.core.event.ReportedNeed.Negotiation;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.ocpp.dialect.Handled;
import energy.setpoint.ocpp.dialect.StationContext;
import energy.setpoint.ocpp.dialect.schedule.SchedulePromise;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.v21.wire.NotifyEVChargingNeeds;
import energy.setpoint.ocpp.v21.wire.NotifyEVChargingNeeds.ACChargingParametersType;
import energy.setpoint.ocpp.v21.wire.NotifyEVChargingNeeds.ChargingNeedsType;
import energy.setpoint.ocpp.v21.wire.NotifyEVChargingNeeds.ControlMode;
import energy.setpoint.ocpp.v21.wire.NotifyEVChargingNeeds.DCChargingParametersType;
import energy.setpoint.ocpp.v21.wire.NotifyEVChargingNeeds.MobilityNeedsMode;
import energy.setpoint.ocpp.v21.wire.NotifyEVChargingNeeds.NotifyEVChargingNeedsStatus;
import energy.setpoint.ocpp.v21.wire.NotifyEVChargingNeeds.V2XChargingParametersType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * What a vehicle needs, by ISO 15118-2 or -20 (use cases K15, K18, K19 and Q01). What it said as a
 * bidirectional vehicle goes before what it said as a vehicle on AC or DC.
 */
public final class ChargingNeeds21 {

  /** Beyond any battery, so that no number in a message is too large to reckon with. */
  private static final double ABSURD = 1e8;

  private final ChargingNeedsType needs;
  private final Optional<ACChargingParametersType> ac;
  private final Optional<DCChargingParametersType> dc;
  private final Optional<V2XChargingParametersType> v2x;

  private ChargingNeeds21(ChargingNeedsType needs) {
    this.needs = needs;
    this.ac = needs.acChargingParameters();
    this.dc = needs.dcChargingParameters();
    this.v2x = needs.v2xChargingParameters();
  }

  static Handled handle(NotifyEVChargingNeeds message, StationContext context) {
    EvseRef evse = new EvseRef(context.station(), message.evseId());
    OptionalInt maxPeriods =
        message.maxScheduleTuples().map(OptionalInt::of).orElse(OptionalInt.empty());
    SchedulePromise promise = SchedulePromise.of(maxPeriods, evse, context);
    var answer =
        new NotifyEVChargingNeeds.Response(
            status(promise, message.chargingNeeds()), Optional.empty());
    var reported =
        new NeedsReported(
            evse,
            message.timestamp().orElse(context.now()),
            new ChargingNeeds21(message.chargingNeeds()).read(maxPeriods));
    return new Handled(Payloads.write(answer), List.of(reported));
  }

  /**
   * By ISO 15118-2, which knows no control mode, no schedule is Rejected (K15.FR.04); by -20 that
   * would end the transaction (K18.FR.22), and it is NoChargingProfile (K18.FR.04, K19.FR.04).
   */
  private static NotifyEVChargingNeedsStatus status(
      SchedulePromise promise, ChargingNeedsType needs) {
    return switch (promise) {
      case NOW -> NotifyEVChargingNeedsStatus.Accepted;
      case LATER -> NotifyEVChargingNeedsStatus.Processing;
      case NONE ->
          needs.controlMode().isPresent()
              ? NotifyEVChargingNeedsStatus.NoChargingProfile
              : NotifyEVChargingNeedsStatus.Rejected;
    };
  }

  private ReportedNeed read(OptionalInt maxPeriods) {
    PowerRange21 power = new PowerRange21(needs);
    return new ReportedNeed(
        requested(),
        capacity(),
        soc(),
        targetSoc(),
        away(V2XChargingParametersType::evMinV2XEnergyRequest)
            .or(() -> away(V2XChargingParametersType::evMinEnergyRequest)),
        needs.departureTime(),
        power.maxCharge(),
        power.maxDischarge(),
        power.phases(),
        new Bounds(
            v2x.flatMap(V2XChargingParametersType::evMinEnergyRequest).map(ChargingNeeds21::energy),
            v2x.flatMap(V2XChargingParametersType::evMaxEnergyRequest).map(ChargingNeeds21::energy),
            away(V2XChargingParametersType::evMaxV2XEnergyRequest),
            power.minCharge(),
            power.minDischarge()),
        new Negotiation(
            needs.controlMode().map(ChargingNeeds21::control),
            maxPeriods,
            power.isPerPhase(),
            needs.mobilityNeedsMode().filter(MobilityNeedsMode.EVCC_SECC::equals).isPresent()));
  }

  private static Control control(ControlMode mode) {
    return switch (mode) {
      case ScheduledControl -> Control.SCHEDULED;
      case DynamicControl -> Control.DYNAMIC;
    };
  }

  /** A bidirectional vehicle that has more than it needs asks for less than nothing. */
  private Optional<Energy> requested() {
    return v2x.flatMap(V2XChargingParametersType::evTargetEnergyRequest)
        .or(() -> ac.map(ACChargingParametersType::energyAmount))
        .or(() -> dc.flatMap(DCChargingParametersType::energyAmount))
        .map(ChargingNeeds21::energy)
        .map(Energy.ZERO::max);
  }

  private Optional<Energy> capacity() {
    return dc.flatMap(DCChargingParametersType::evEnergyCapacity)
        .filter(wattHours -> wattHours.signum() > 0)
        .map(ChargingNeeds21::energy);
  }

  private Optional<StateOfCharge> soc() {
    return dc.flatMap(DCChargingParametersType::stateOfCharge).map(StateOfCharge::ofPercent);
  }

  /** A vehicle that names no energy wants to be as full as it says that full is. */
  private Optional<StateOfCharge> targetSoc() {
    Optional<Integer> full =
        requested().isPresent() ? Optional.empty() : dc.flatMap(DCChargingParametersType::fullSoC);
    return v2x.flatMap(V2XChargingParametersType::targetSoC)
        .or(() -> full)
        .map(StateOfCharge::ofPercent);
  }

  /** The state of charge that lies an energy away from the one now. */
  private Optional<StateOfCharge> away(
      Function<V2XChargingParametersType, Optional<BigDecimal>> request) {
    Optional<Energy> missing = v2x.flatMap(request).map(ChargingNeeds21::energy);
    if (missing.isEmpty() || soc().isEmpty() || capacity().isEmpty()) {
      return Optional.empty();
    }
    double share = missing.get().wattHours() / capacity().get().wattHours();
    return Optional.of(new StateOfCharge(Math.clamp(soc().get().fraction() + share, 0, 1)));
  }

  private static Energy energy(BigDecimal wattHours) {
    return Energy.ofWattHours(Math.clamp(wattHours.doubleValue(), -ABSURD, ABSURD));
  }
}
