package energy.setpoint.ocpp.v21.station;

import energy.setpoint.core.quantity.Power;
import energy.setpoint.ocpp.dialect.schedule.VehiclePower;
import energy.setpoint.ocpp.v21.wire.DERChargingParametersType;
import energy.setpoint.ocpp.v21.wire.NotifyEVChargingNeeds.ACChargingParametersType;
import energy.setpoint.ocpp.v21.wire.NotifyEVChargingNeeds.ChargingNeedsType;
import energy.setpoint.ocpp.v21.wire.NotifyEVChargingNeeds.DCChargingParametersType;
import energy.setpoint.ocpp.v21.wire.NotifyEVChargingNeeds.V2XChargingParametersType;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/** With how much power, and on how many phases, a vehicle can charge and feed back. */
public final class PowerRange21 {

  /** Beyond any vehicle, so that no number in a message is too large to reckon with. */
  private static final double ABSURD = 1e8;

  private final ChargingNeedsType needs;
  private final Optional<ACChargingParametersType> ac;
  private final Optional<DCChargingParametersType> dc;
  private final Optional<V2XChargingParametersType> v2x;
  private final Optional<DERChargingParametersType> der;

  PowerRange21(ChargingNeedsType needs) {
    this.needs = needs;
    this.ac = needs.acChargingParameters();
    this.dc = needs.dcChargingParameters();
    this.v2x = needs.v2xChargingParameters();
    this.der = needs.derChargingParameters();
  }

  /** Apparent power bounds the real one, so it counts where nothing better was said. */
  Optional<Power> maxCharge() {
    return v2x.flatMap(
            it -> sum(it.maxChargePower(), it.maxChargePower_L2(), it.maxChargePower_L3()))
        .or(() -> v2x.flatMap(it -> product(it.maxChargeCurrent(), it.maxVoltage())))
        .or(() ->
            ac.flatMap(it ->
                VehiclePower.alternating(it.evMaxCurrent(), it.evMaxVoltage(), phases().orElse(1))))
        .or(() ->
            dc.flatMap(
                it -> VehiclePower.direct(it.evMaxPower(), it.evMaxCurrent(), it.evMaxVoltage())))
        .or(() ->
            der.flatMap(it ->
                sum(
                    it.maxChargeApparentPower(),
                    it.maxChargeApparentPower_L2(),
                    it.maxChargeApparentPower_L3())));
  }

  /** At least 0 by the specification; a magnitude whatever its sign. */
  Optional<Power> maxDischarge() {
    return v2x.flatMap(
            it -> sum(it.maxDischargePower(), it.maxDischargePower_L2(), it.maxDischargePower_L3()))
        .or(() -> v2x.flatMap(it -> product(it.maxDischargeCurrent(), it.maxVoltage())))
        .or(() ->
            der.flatMap(it ->
                sum(
                    it.maxDischargeApparentPower(),
                    it.maxDischargeApparentPower_L2(),
                    it.maxDischargeApparentPower_L3())));
  }

  Optional<Power> minCharge() {
    return v2x.flatMap(
            it -> sum(it.minChargePower(), it.minChargePower_L2(), it.minChargePower_L3()))
        .or(() ->
            ac.flatMap(it ->
                VehiclePower.alternating(
                    it.evMinCurrent(), it.evMaxVoltage(), phases().orElse(1))));
  }

  Optional<Power> minDischarge() {
    return v2x.flatMap(
        it -> sum(it.minDischargePower(), it.minDischargePower_L2(), it.minDischargePower_L3()));
  }

  boolean isPerPhase() {
    return v2x.flatMap(V2XChargingParametersType::maxChargePower_L2).isPresent();
  }

  OptionalInt phases() {
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
    return first.map(watts -> {
      BigDecimal sum = watts.add(second.orElse(BigDecimal.ZERO)).add(third.orElse(BigDecimal.ZERO));
      return Power.ofWatts(Math.min(ABSURD, Math.abs(sum.doubleValue())));
    });
  }

  private static Optional<Power> product(Optional<BigDecimal> amps, Optional<BigDecimal> volts) {
    return amps.flatMap(current ->
        volts.flatMap(
            voltage -> VehiclePower.direct(Optional.empty(), current.abs(), voltage.abs())));
  }
}
