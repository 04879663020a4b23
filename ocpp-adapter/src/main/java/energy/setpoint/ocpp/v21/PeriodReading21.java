package energy.setpoint.ocpp.v21;

import energy.setpoint.core.port.ReportedSchedule;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.ocpp.dialect.schedule.ReportedRates;
import energy.setpoint.ocpp.v21.wire.ChargingSchedulePeriodType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * What a period of a composite schedule lets an EVSE do at most. A setpoint says it all, because
 * stations cap it to the limits beside it (K08.FR.08); without one the limits do.
 */
final class PeriodReading21 {

  private final ReportedRates rates;

  PeriodReading21(ReportedRates rates) {
    this.rates = rates;
  }

  /** Limits are positive, limits of feeding back negative, and setpoints either. */
  static boolean isAbsurd(ChargingSchedulePeriodType period) {
    boolean wrongSign =
        Stream.of(period.limit(), period.limit_L2(), period.limit_L3())
            .flatMap(Optional::stream)
            .anyMatch(limit -> limit.signum() < 0);
    return wrongSign
        || Stream.of(
                period.limit(),
                period.limit_L2(),
                period.limit_L3(),
                period.dischargeLimit(),
                period.setpoint(),
                period.setpoint_L2(),
                period.setpoint_L3())
            .anyMatch(ReportedRates::isAbsurd);
  }

  ReportedSchedule.Step step(ChargingSchedulePeriodType period) {
    Duration after = Duration.ofSeconds(period.startPeriod());
    Optional<Current> setpoint =
        most(period.setpoint(), period.setpoint_L2(), period.setpoint_L3(), Current::max);
    if (setpoint.isPresent()) {
      Optional<Current> lowest =
          most(period.setpoint(), period.setpoint_L2(), period.setpoint_L3(), Current::min);
      return new ReportedSchedule.Step(
          after, positive(setpoint.get()), positive(lowest.orElse(Current.ZERO).negated()));
    }
    Current draw =
        most(period.limit(), period.limit_L2(), period.limit_L3(), Current::max)
            .orElse(ReportedRates.UNLIMITED);
    Current feed =
        most(
                period.dischargeLimit(),
                period.dischargeLimit_L2(),
                period.dischargeLimit_L3(),
                Current::min)
            .orElse(Current.ZERO);
    return new ReportedSchedule.Step(after, draw, positive(feed.negated()));
  }

  /** One value stands for all phases; beside values of other phases it is that of the first. */
  private Optional<Current> most(
      Optional<BigDecimal> all,
      Optional<BigDecimal> second,
      Optional<BigDecimal> third,
      BinaryOperator<Current> choice) {
    if (second.isEmpty() && third.isEmpty()) {
      return all.map(rates::perPhase);
    }
    return Stream.of(all, second, third)
        .flatMap(Optional::stream)
        .map(rates::onPhase)
        .reduce(choice);
  }

  private static Current positive(Current current) {
    return current.max(Current.ZERO);
  }
}
