package energy.setpoint.ocpp.dialect.trait;

import energy.setpoint.ocpp.dialect.trait.StationTraits.OperationMode;
import energy.setpoint.ocpp.dialect.trait.StationTraits.RateUnit;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How stations spell what traits are made of. */
public final class WireNames {

  private WireNames() {}

  /**
   * 2.x says A and W (SmartChargingCtrlr.RateUnit), 1.6 says Current and Power
   * (ChargingScheduleAllowedChargingRateUnit), and stations say more. What is no unit is left out.
   */
  public static Set<RateUnit> rateUnits(Set<String> told) {
    Set<RateUnit> units = EnumSet.noneOf(RateUnit.class);
    for (String name : told) {
      switch (name.toLowerCase(Locale.ROOT)) {
        case "a", "amp", "amps", "ampere", "amperes", "current" -> units.add(RateUnit.A);
        case "w", "watt", "watts", "power" -> units.add(RateUnit.W);
        default -> {}
      }
    }
    return units;
  }

  /** An operation mode of 2.1, such as {@code CentralSetpoint}. */
  public static Optional<OperationMode> operationMode(String name) {
    for (OperationMode mode : OperationMode.values()) {
      if (mode.name().replace("_", "").equalsIgnoreCase(name)) {
        return Optional.of(mode);
      }
    }
    return Optional.empty();
  }
}
