package energy.setpoint.ocpp.v21.wire.tariff;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.OneOf;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** When a price for energy or time holds. */
public record TariffConditionsType(
    Optional<String> startTimeOfDay,
    Optional<String> endTimeOfDay,
    @Items(min = 1, max = 7) Optional<List<DayOfWeekEnum>> dayOfWeek,
    Optional<String> validFromDate,
    Optional<String> validToDate,
    @OneOf({"AC", "DC"}) Optional<String> evseKind,
    Optional<BigDecimal> minEnergy,
    Optional<BigDecimal> maxEnergy,
    Optional<BigDecimal> minCurrent,
    Optional<BigDecimal> maxCurrent,
    Optional<BigDecimal> minPower,
    Optional<BigDecimal> maxPower,
    Optional<Integer> minTime,
    Optional<Integer> maxTime,
    Optional<Integer> minChargingTime,
    Optional<Integer> maxChargingTime,
    Optional<Integer> minIdleTime,
    Optional<Integer> maxIdleTime) {}
