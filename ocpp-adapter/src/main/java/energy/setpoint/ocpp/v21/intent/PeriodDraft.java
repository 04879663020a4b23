package energy.setpoint.ocpp.v21.intent;

import energy.setpoint.ocpp.v21.wire.ChargingSchedulePeriodType;
import energy.setpoint.ocpp.v21.wire.OperationMode;
import energy.setpoint.ocpp.v21.wire.V2XFreqWattPointType;
import energy.setpoint.ocpp.v21.wire.V2XSignalWattPointType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The only period of a schedule, written down field by field.
 *
 * <p>Where a field takes several values they are those of L1, L2 and L3; a single one is the sum of
 * all phases in watts, and holds per phase in amperes.
 */
final class PeriodDraft {

  private List<BigDecimal> limit = List.of();
  private List<BigDecimal> setpoint = List.of();
  private Optional<BigDecimal> dischargeLimit = Optional.empty();
  private Optional<Integer> numberPhases = Optional.empty();
  private Optional<Integer> phaseToUse = Optional.empty();
  private Optional<OperationMode> mode = Optional.empty();
  private Optional<Boolean> preconditioning = Optional.empty();
  private Optional<Boolean> sleep = Optional.empty();
  private Optional<BigDecimal> baseline = Optional.empty();
  private Optional<List<V2XFreqWattPointType>> frequencyCurve = Optional.empty();
  private Optional<List<V2XSignalWattPointType>> signalCurve = Optional.empty();

  PeriodDraft limit(List<BigDecimal> values) {
    limit = values;
    return this;
  }

  PeriodDraft dischargeLimit(BigDecimal value) {
    dischargeLimit = Optional.of(value);
    return this;
  }

  PeriodDraft setpoint(List<BigDecimal> values) {
    setpoint = values;
    return this;
  }

  PeriodDraft phases(Optional<Integer> number, Optional<Integer> toUse) {
    numberPhases = number;
    phaseToUse = toUse;
    return this;
  }

  /** {@code ChargingOnly} where it is not called (Q02.FR.01). */
  PeriodDraft mode(OperationMode value) {
    mode = Optional.of(value);
    return this;
  }

  /** False is what an absent field means. */
  PeriodDraft idle(boolean evseSleep, boolean preconditioningRequest) {
    sleep = Optional.of(evseSleep).filter(it -> it);
    preconditioning = Optional.of(preconditioningRequest).filter(it -> it);
    return mode(OperationMode.Idle);
  }

  /**
   * @param signal empty for none
   */
  PeriodDraft curves(
      BigDecimal around,
      List<V2XFreqWattPointType> frequency,
      List<V2XSignalWattPointType> signal) {
    baseline = Optional.of(around);
    frequencyCurve = Optional.of(frequency);
    signalCurve = Optional.of(signal).filter(curve -> !curve.isEmpty());
    return this;
  }

  ChargingSchedulePeriodType build() {
    return new ChargingSchedulePeriodType(
        0,
        phase(limit, 0),
        phase(limit, 1),
        phase(limit, 2),
        numberPhases,
        phaseToUse,
        dischargeLimit,
        Optional.empty(),
        Optional.empty(),
        phase(setpoint, 0),
        phase(setpoint, 1),
        phase(setpoint, 2),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        preconditioning,
        sleep,
        baseline,
        mode,
        frequencyCurve,
        signalCurve);
  }

  private static Optional<BigDecimal> phase(List<BigDecimal> values, int index) {
    return values.stream().skip(index).findFirst();
  }
}
