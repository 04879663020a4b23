package energy.setpoint.ocpp.v21.tariff;

import energy.setpoint.core.tariff.driver.TariffConditions;
import energy.setpoint.core.tariff.driver.TariffConditions.Band;
import energy.setpoint.core.tariff.driver.TariffConditions.Usage;
import energy.setpoint.ocpp.v21.wire.tariff.DayOfWeekEnum;
import energy.setpoint.ocpp.v21.wire.tariff.TariffConditionsFixedType;
import energy.setpoint.ocpp.v21.wire.tariff.TariffConditionsType;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Conditions of prices on the wire. */
final class ConditionsForm {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final TariffConditions conditions;

  private ConditionsForm(TariffConditions conditions) {
    this.conditions = conditions;
  }

  static TariffConditionsType write(TariffConditions conditions) {
    return new ConditionsForm(conditions).write();
  }

  static TariffConditionsFixedType writeFixed(TariffConditions conditions) {
    return new ConditionsForm(conditions).writeFixed();
  }

  private TariffConditionsType write() {
    return new TariffConditionsType(
        time(conditions.from()),
        time(conditions.until()),
        days(),
        conditions.firstDay().map(Object::toString),
        conditions.lastDay().map(Object::toString),
        conditions.supply().map(Enum::name),
        least(Usage.ENERGY),
        most(Usage.ENERGY),
        least(Usage.CURRENT),
        most(Usage.CURRENT),
        least(Usage.POWER),
        most(Usage.POWER),
        least(Usage.TIME).map(BigDecimal::intValueExact),
        most(Usage.TIME).map(BigDecimal::intValueExact),
        least(Usage.CHARGING_TIME).map(BigDecimal::intValueExact),
        most(Usage.CHARGING_TIME).map(BigDecimal::intValueExact),
        least(Usage.IDLE_TIME).map(BigDecimal::intValueExact),
        most(Usage.IDLE_TIME).map(BigDecimal::intValueExact));
  }

  private TariffConditionsFixedType writeFixed() {
    return new TariffConditionsFixedType(
        time(conditions.from()),
        time(conditions.until()),
        days(),
        conditions.firstDay().map(Object::toString),
        conditions.lastDay().map(Object::toString),
        conditions.supply().map(Enum::name),
        conditions.paymentBrand(),
        conditions.paymentRecognition());
  }

  private static Optional<String> time(Optional<LocalTime> time) {
    return time.map(TIME::format);
  }

  /** In the order of the week. */
  private Optional<List<DayOfWeekEnum>> days() {
    return Optional.of(conditions.days().stream().sorted().map(ConditionsForm::day).toList())
        .filter(days -> !days.isEmpty());
  }

  private static DayOfWeekEnum day(DayOfWeek day) {
    return switch (day) {
      case MONDAY -> DayOfWeekEnum.Monday;
      case TUESDAY -> DayOfWeekEnum.Tuesday;
      case WEDNESDAY -> DayOfWeekEnum.Wednesday;
      case THURSDAY -> DayOfWeekEnum.Thursday;
      case FRIDAY -> DayOfWeekEnum.Friday;
      case SATURDAY -> DayOfWeekEnum.Saturday;
      case SUNDAY -> DayOfWeekEnum.Sunday;
    };
  }

  private Optional<BigDecimal> least(Usage usage) {
    return Optional.ofNullable(conditions.bounds().get(usage))
        .flatMap(Band::least)
        .map(ConditionsForm::decimal);
  }

  private Optional<BigDecimal> most(Usage usage) {
    return Optional.ofNullable(conditions.bounds().get(usage))
        .flatMap(Band::most)
        .map(ConditionsForm::decimal);
  }

  private static BigDecimal decimal(double value) {
    BigDecimal plain = BigDecimal.valueOf(value).stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
