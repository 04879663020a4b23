package energy.setpoint.ocpp.v21;

import energy.setpoint.core.event.NeedsReported;
import energy.setpoint.core.event.ReportedNeed;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.ocpp.dialect.Handled;
import energy.setpoint.ocpp.dialect.StationContext;
import energy.setpoint.ocpp.dialect.VehiclePower;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.v21.wire.NotifyEVChargingNeeds;
import energy.setpoint.ocpp.v21.wire.NotifyEVChargingNeeds.ACChargingParametersType;
import energy.setpoint.ocpp.v21.wire.NotifyEVChargingNeeds.ChargingNeedsType;
import energy.setpoint.ocpp.v21.wire.NotifyEVChargingNeeds.DCChargingParametersType;
import energy.setpoint.ocpp.v21.wire.NotifyEVChargingNeeds.NotifyEVChargingNeedsStatus;
import energy.setpoint.ocpp.v21.wire.NotifyEVChargingNeeds.V2XChargingParametersType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a vehicle needs, by ISO 15118-2 or -20 (use cases K15, K18, K19 and Q01). What it said as a
 * bidirectional vehicle goes before what it said as a vehicle on AC or DC.
 */
final class ChargingNeeds21 {

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

  /** Accepted promises a schedule at once (K15.FR.03), and a session always has one. */
  static Handled handle(NotifyEVChargingNeeds message, StationContext context) {
    var answer =
        new NotifyEVChargingNeeds.Response(NotifyEVChargingNeedsStatus.Accepted, Optional.empty());
    var reported =
        new NeedsReported(
            new EvseRef(context.station(), message.evseId()),
            message.timestamp().orElse(context.now()),
            new ChargingNeeds21(message.chargingNeeds()).read());
    return new Handled(Payloads.write(answer), List.of(reported));
  }

  private ReportedNeed read() {
    return new ReportedNeed(
        requested(),
        capacity(),
        soc(),
        targetSoc(),
        minimumSoc(),
        needs.departureTime(),
        maxCharge(),
        maxDischarge(),
        phases());
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

  /** The state of charge now, and the energy from there to the least for cycling. */
  private Optional<StateOfCharge> minimumSoc() {
    Optional<Energy> missing =
        v2x.flatMap(V2XChargingParametersType::evMinV2XEnergyRequest)
            .or(() -> v2x.flatMap(V2XChargingParametersType::evMinEnergyRequest))
            .map(ChargingNeeds21::energy);
    if (missing.isEmpty() || soc().isEmpty() || capacity().isEmpty()) {
      return Optional.empty();
    }
    double share = missing.get().wattHours() / capacity().get().wattHours();
    return Optional.of(new StateOfCharge(Math.clamp(soc().get().fraction() + share, 0, 1)));
  }

  private Optional<Power> maxCharge() {
    return v2x.flatMap(ChargingNeeds21::bidirectionalCharge)
        .or(() ->
            ac.flatMap(said ->
                VehiclePower.alternating(
                    said.evMaxCurrent(), said.evMaxVoltage(), phases().orElse(1))))
        .or(() ->
            dc.flatMap(said ->
                VehiclePower.direct(said.evMaxPower(), said.evMaxCurrent(), said.evMaxVoltage())));
  }

  private static Optional<Power> bidirectionalCharge(V2XChargingParametersType v2x) {
    return sum(v2x.maxChargePower(), v2x.maxChargePower_L2(), v2x.maxChargePower_L3());
  }

  /** At least 0 by the specification; a magnitude whatever its sign. */
  private Optional<Power> maxDischarge() {
    return v2x.flatMap(said ->
        sum(said.maxDischargePower(), said.maxDischargePower_L2(), said.maxDischargePower_L3()));
  }

  private OptionalInt phases() {
    boolean threeTold = v2x.flatMap(V2XChargingParametersType::maxChargePower_L3).isPresent();
    return switch (needs.requestedEnergyTransfer()) {
      case AC_single_phase -> OptionalInt.of(1);
      case AC_two_phase -> OptionalInt.of(2);
      case AC_three_phase -> OptionalInt.of(3);
      case AC_BPT, AC_BPT_DER, AC_DER -> threeTold ? OptionalInt.of(3) : OptionalInt.empty();
      case DC, DC_BPT, DC_ACDP, DC_ACDP_BPT, WPT -> OptionalInt.empty();
    };
  }

  /** The first value is the sum of all phases, unless the others are there too. */
  private static Optional<Power> sum(
      Optional<BigDecimal> first, Optional<BigDecimal> second, Optional<BigDecimal> third) {
    return first.map(watts ->
        Power.ofWatts(
            Math.abs(
                watts.doubleValue()
                    + second.orElse(BigDecimal.ZERO).doubleValue()
                    + third.orElse(BigDecimal.ZERO).doubleValue())));
  }

  private static Energy energy(BigDecimal wattHours) {
    return Energy.ofWattHours(wattHours.doubleValue());
  }
}
