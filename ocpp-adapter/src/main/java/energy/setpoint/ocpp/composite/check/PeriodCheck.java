package energy.setpoint.ocpp.composite.check;

import static energy.setpoint.ocpp.composite.check.ProfileRule.FREQUENCY_HAS_A_CURVE;
import static energy.setpoint.ocpp.composite.check.ProfileRule.FREQUENCY_IS_IN_WATTS;
import static energy.setpoint.ocpp.composite.check.ProfileRule.LIMIT_IS_NOT_NEGATIVE;
import static energy.setpoint.ocpp.composite.check.ProfileRule.MODE_FITS_THE_PURPOSE;
import static energy.setpoint.ocpp.composite.check.ProfileRule.ONE_DECIMAL;
import static energy.setpoint.ocpp.composite.check.ProfileRule.PHASES_DIFFER_FOR_TX_ONLY;
import static energy.setpoint.ocpp.composite.check.ProfileRule.PHASE_IS_CHOSEN_OF_ONE;
import static energy.setpoint.ocpp.composite.check.ProfileRule.SETPOINT_LIES_WITHIN_LIMITS;
import static energy.setpoint.ocpp.composite.check.ProfileRule.UP_TO_THREE_PHASES;
import static energy.setpoint.ocpp.composite.check.ProfileRule.VALUES_FIT_THE_MODE;

import energy.setpoint.ocpp.composite.profile.ChargingSchedule;
import energy.setpoint.ocpp.composite.profile.OperationMode;
import energy.setpoint.ocpp.composite.profile.PhaseValues;
import energy.setpoint.ocpp.composite.profile.ProfilePurpose;
import energy.setpoint.ocpp.composite.profile.RateUnit;
import energy.setpoint.ocpp.composite.profile.SchedulePeriod;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds one period against the rules.
 *
 * @param scheduleIndex of its schedule
 * @param index of the period
 */
record PeriodCheck(
    Breaches breaches,
    ProfilePurpose purpose,
    ChargingSchedule schedule,
    int scheduleIndex,
    int index) {

  void check() {
    phases();
    perPhase();
    mode();
    period()
        .limit()
        .ifPresent(limit -> {
          limits(limit);
          setpoint(limit);
        });
    if (period().operationMode() == OperationMode.LOCAL_FREQUENCY) {
      frequency();
    }
  }

  private SchedulePeriod period() {
    return schedule.periods().get(index);
  }

  private void phases() {
    int phases = period().numberPhases().orElse(3);
    breaches.require(UP_TO_THREE_PHASES, isPhase(phases), at("numberPhases"), phases);
    period()
        .phaseToUse()
        .ifPresent(phase -> {
          breaches.require(UP_TO_THREE_PHASES, isPhase(phase), at("phaseToUse"), phase);
          breaches.require(PHASE_IS_CHOSEN_OF_ONE, phases == 1, at("phaseToUse"), phase);
        });
  }

  private void perPhase() {
    boolean each =
        Stream.of(
                period().limit(),
                period().dischargeLimit(),
                period().setpoint(),
                period().setpointReactive())
            .flatMap(Optional::stream)
            .anyMatch(PhaseValues::isPerPhase);
    boolean may = purpose == ProfilePurpose.TX || purpose == ProfilePurpose.EXTERNAL_CONSTRAINTS;
    breaches.require(PHASES_DIFFER_FOR_TX_ONLY, may || !each, at("limit"), "for one phase");
  }

  private static boolean isPhase(int number) {
    return number >= 1 && number <= 3;
  }

  private void limits(PhaseValues limit) {
    boolean positive = each(limit).allMatch(value -> value >= 0);
    breaches.require(LIMIT_IS_NOT_NEGATIVE, positive, at("limit"), limit.value());
    boolean coarse = BigDecimal.valueOf(limit.value()).stripTrailingZeros().scale() <= 1;
    breaches.require(ONE_DECIMAL, coarse, at("limit"), limit.value());
  }

  private static Stream<Double> each(PhaseValues values) {
    return Stream.of(Optional.of(values.value()), values.l2(), values.l3())
        .flatMap(Optional::stream);
  }

  private void setpoint(PhaseValues limit) {
    double least =
        period().dischargeLimit().map(PhaseValues::value).orElse(Double.NEGATIVE_INFINITY);
    period()
        .setpoint()
        .map(PhaseValues::value)
        .ifPresent(target ->
            breaches.require(
                SETPOINT_LIES_WITHIN_LIMITS,
                target <= limit.value() && target >= least,
                at("setpoint"),
                target));
  }

  /** Table 95, and the table of limits and setpoints per operation mode in Q section 2.2. */
  private void mode() {
    OperationMode mode = period().operationMode();
    breaches.require(MODE_FITS_THE_PURPOSE, fitsPurpose(mode), at("operationMode"), mode);
    String missing = "missing";
    boolean steered = period().setpoint().isPresent();
    boolean limited = period().limit().isPresent();
    switch (mode) {
      case CHARGING_ONLY -> {
        breaches.require(VALUES_FIT_THE_MODE, limited, at("limit"), missing);
        refuse("setpoint", period().setpoint());
        refuse("setpointReactive", period().setpointReactive());
        refuse("dischargeLimit", period().dischargeLimit());
      }
      case CENTRAL_SETPOINT, CENTRAL_FREQUENCY ->
          breaches.require(VALUES_FIT_THE_MODE, steered, at("setpoint"), missing);
      case LOCAL_FREQUENCY -> {
        refuse("limit", period().limit());
        refuse("dischargeLimit", period().dischargeLimit());
        refuse("setpoint", period().setpoint());
        refuse("setpointReactive", period().setpointReactive());
      }
      case EXTERNAL_LIMITS -> refuse("setpoint", period().setpoint());
      case EXTERNAL_SETPOINT, LOCAL_LOAD_BALANCING, IDLE -> {}
    }
  }

  private void refuse(String field, Optional<PhaseValues> values) {
    breaches.require(VALUES_FIT_THE_MODE, values.isEmpty(), at(field), "there");
  }

  private boolean fitsPurpose(OperationMode mode) {
    return switch (purpose) {
      case TX, TX_DEFAULT -> true;
      case PRIORITY_CHARGING, STATION_MAX -> mode == OperationMode.CHARGING_ONLY;
      case EXTERNAL_CONSTRAINTS ->
          mode == OperationMode.CHARGING_ONLY
              || mode == OperationMode.EXTERNAL_LIMITS
              || mode == OperationMode.EXTERNAL_SETPOINT;
      case LOCAL_GENERATION ->
          mode == OperationMode.CHARGING_ONLY || mode == OperationMode.EXTERNAL_LIMITS;
    };
  }

  private void frequency() {
    var response = period().frequencyResponse();
    boolean whole = response.baselineWatts().isPresent() && response.byFrequency().size() >= 2;
    breaches.require(
        FREQUENCY_HAS_A_CURVE, whole, at("v2xFreqWattCurve"), response.byFrequency().size());
    breaches.require(
        FREQUENCY_IS_IN_WATTS,
        schedule.unit() == RateUnit.W,
        breaches.path().of(scheduleIndex, "chargingRateUnit"),
        schedule.unit());
  }

  private String at(String field) {
    return breaches.path().of(scheduleIndex, index, field);
  }
}
