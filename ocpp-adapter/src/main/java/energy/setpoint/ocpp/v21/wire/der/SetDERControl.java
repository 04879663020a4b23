package energy.setpoint.ocpp.v21.wire.der;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.v21.wire.StatusInfoType;
import java.util.List;
import java.util.Optional;

/** Sets a DER control; exactly one of the last eight fields is there (R04.FR.16). */
public record SetDERControl(
    boolean isDefault,
    @Length(36) String controlId,
    DERControlEnum controlType,
    Optional<DERCurveType> curve,
    Optional<EnterServiceType> enterService,
    Optional<FixedPFType> fixedPFAbsorb,
    Optional<FixedPFType> fixedPFInject,
    Optional<FixedVarType> fixedVar,
    Optional<FreqDroopType> freqDroop,
    Optional<GradientType> gradient,
    Optional<LimitMaxDischargeType> limitMaxDischarge) {

  /** The answer. */
  public record Response(
      DERControlStatus status,
      Optional<StatusInfoType> statusInfo,
      @Length(36) @Items(min = 1, max = 24) Optional<List<String>> supersededIds) {}
}
