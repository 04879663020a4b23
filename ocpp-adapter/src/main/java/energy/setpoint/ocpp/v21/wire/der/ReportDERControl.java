package energy.setpoint.ocpp.v21.wire.der;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.Length;
import java.util.List;
import java.util.Optional;

/** The DER controls that are set. */
public record ReportDERControl(
    int requestId,
    @Items(min = 1, max = 24) Optional<List<DERCurveGetType>> curve,
    @Items(min = 1, max = 24) Optional<List<EnterServiceGetType>> enterService,
    @Items(min = 1, max = 24) Optional<List<FixedPFGetType>> fixedPFAbsorb,
    @Items(min = 1, max = 24) Optional<List<FixedPFGetType>> fixedPFInject,
    @Items(min = 1, max = 24) Optional<List<FixedVarGetType>> fixedVar,
    @Items(min = 1, max = 24) Optional<List<FreqDroopGetType>> freqDroop,
    @Items(min = 1, max = 24) Optional<List<GradientGetType>> gradient,
    @Items(min = 1, max = 24) Optional<List<LimitMaxDischargeGetType>> limitMaxDischarge,
    Optional<Boolean> tbc) {

  /** Part of {@link ReportDERControl}. */
  public record DERCurveGetType(
      DERCurveType curve,
      @Length(36) String id,
      DERControlEnum curveType,
      boolean isDefault,
      boolean isSuperseded) {}

  /** Part of {@link ReportDERControl}. */
  public record EnterServiceGetType(EnterServiceType enterService, @Length(36) String id) {}

  /** Part of {@link ReportDERControl}. */
  public record FixedPFGetType(
      FixedPFType fixedPF, @Length(36) String id, boolean isDefault, boolean isSuperseded) {}

  /** Part of {@link ReportDERControl}. */
  public record FixedVarGetType(
      FixedVarType fixedVar, @Length(36) String id, boolean isDefault, boolean isSuperseded) {}

  /** Part of {@link ReportDERControl}. */
  public record FreqDroopGetType(
      FreqDroopType freqDroop, @Length(36) String id, boolean isDefault, boolean isSuperseded) {}

  /** Part of {@link ReportDERControl}. */
  public record GradientGetType(GradientType gradient, @Length(36) String id) {}

  /** Part of {@link ReportDERControl}. */
  public record LimitMaxDischargeGetType(
      @Length(36) String id,
      boolean isDefault,
      boolean isSuperseded,
      LimitMaxDischargeType limitMaxDischarge) {}
}
