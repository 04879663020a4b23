package energy.setpoint.ocpp.v201.station;

import energy.setpoint.core.event.NeedsReported;
import energy.setpoint.core.event.ReportedNeed;
import energy.setpoint.core.event.ReportedNeed.Bounds;
import energy.setpoint.core.event.ReportedNeed.Negotiation;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.ocpp.dialect.Handled;
import energy.setpoint.ocpp.dialect.StationContext;
import energy.setpoint.ocpp.dialect.schedule.SchedulePromise;
import energy.setpoint.ocpp.dialect.schedule.VehiclePower;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.v201.wire.NotifyEVChargingNeeds;
import energy.setpoint.ocpp.v201.wire.NotifyEVChargingNeeds.ACChargingParametersType;
import energy.setpoint.ocpp.v201.wire.NotifyEVChargingNeeds.ChargingNeedsType;
import energy.setpoint.ocpp.v201.wire.NotifyEVChargingNeeds.DCChargingParametersType;
import energy.setpoint.ocpp.v201.wire.NotifyEVChargingNeeds.EnergyTransferMode;
import energy.setpoint.ocpp.v201.wire.NotifyEVChargingNeeds.NotifyEVChargingNeedsStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a vehicle needs, by ISO 15118-2 (use case K15). */
public final class ChargingNeeds201 {

  private ChargingNeeds201() {}

  static Handled handle(NotifyEVChargingNeeds message, StationContext context) {
    var evse = new EvseRef(context.station(), message.evseId());
    OptionalInt maxPeriods =
        message.maxScheduleTuples().map(OptionalInt::of).orElse(OptionalInt.empty());
    SchedulePromise promise = SchedulePromise.of(maxPeriods, evse, context);
    var answer = new NotifyEVChargingNeeds.Response(status(promise), Optional.empty());
    ReportedNeed need =
        need(message.chargingNeeds())
            .with(
                bounds(message.chargingNeeds()),
                new Negotiation(Optional.empty(), maxPeriods, false, false));
    var reported = new NeedsReported(evse, context.now(), need);
    return new Handled(Payloads.write(answer), List.of(reported));
  }

  /** K15.FR.03 to K15.FR.05. */
  private static NotifyEVChargingNeedsStatus status(SchedulePromise promise) {
    return switch (promise) {
      case NOW -> NotifyEVChargingNeedsStatus.Accepted;
      case LATER -> NotifyEVChargingNeedsStatus.Processing;
      case NONE -> NotifyEVChargingNeedsStatus.Rejected;
    };
  }

  private static Bounds bounds(ChargingNeedsType needs) {
    int phases = phases(needs.requestedEnergyTransfer()).orElse(1);
    Optional<Power> minCharge =
        needs
            .acChargingParameters()
            .flatMap(ac ->
                VehiclePower.alternating(
                    BigDecimal.valueOf(ac.evMinCurrent()),
                    BigDecimal.valueOf(ac.evMaxVoltage()),
                    phases));
    return new Bounds(
        Optional.empty(), Optional.empty(), Optional.empty(), minCharge, Optional.empty());
  }

  private static ReportedNeed need(ChargingNeedsType needs) {
    OptionalInt phases = phases(needs.requestedEnergyTransfer());
    Optional<Instant> departure = needs.departureTime();
    return needs
        .acChargingParameters()
        .map(ac -> alternating(ac, departure, phases))
        .or(() -> needs.dcChargingParameters().map(dc -> direct(dc, departure)))
        .orElseGet(() -> bare(departure, phases));
  }

  private static ReportedNeed alternating(
      ACChargingParametersType ac, Optional<Instant> departure, OptionalInt phases) {
    return new ReportedNeed(
        Optional.of(Energy.ofWattHours(ac.energyAmount())).filter(ChargingNeeds201::isNotNegative),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        departure,
        VehiclePower.alternating(
            BigDecimal.valueOf(ac.evMaxCurrent()),
            BigDecimal.valueOf(ac.evMaxVoltage()),
            phases.orElse(1)),
        Optional.empty(),
        phases);
  }

  /** A vehicle that names no energy wants to be as full as it says that full is. */
  private static ReportedNeed direct(DCChargingParametersType dc, Optional<Instant> departure) {
    Optional<Integer> full = dc.energyAmount().isPresent() ? Optional.empty() : dc.fullSoC();
    return new ReportedNeed(
        dc.energyAmount().map(Energy::ofWattHours).filter(ChargingNeeds201::isNotNegative),
        dc.evEnergyCapacity().filter(wattHours -> wattHours > 0).map(Energy::ofWattHours),
        dc.stateOfCharge().map(StateOfCharge::ofPercent),
        full.map(StateOfCharge::ofPercent),
        Optional.empty(),
        departure,
        VehiclePower.direct(
            dc.evMaxPower().map(BigDecimal::valueOf),
            BigDecimal.valueOf(dc.evMaxCurrent()),
            BigDecimal.valueOf(dc.evMaxVoltage())),
        Optional.empty(),
        OptionalInt.empty());
  }

  private static ReportedNeed bare(Optional<Instant> departure, OptionalInt phases) {
    return new ReportedNeed(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        departure,
        Optional.empty(),
        Optional.empty(),
        phases);
  }

  private static OptionalInt phases(EnergyTransferMode mode) {
    return switch (mode) {
      case AC_single_phase -> OptionalInt.of(1);
      case AC_two_phase -> OptionalInt.of(2);
      case AC_three_phase -> OptionalInt.of(3);
      case DC -> OptionalInt.empty();
    };
  }

  private static boolean isNotNegative(Energy energy) {
    return energy.wattHours() >= 0;
  }
}
