package energy.setpoint.ocpp.dialect;

import java.util.Set;

/**
 * What a station can do with charging profiles.
 *
 * @param rateUnits in which it takes limits; not empty
 * @param maxStackLevel the highest stack level that it accepts, at least 0
 * @param setpoints true when it follows OCPP 2.1 central setpoints
 * @param directCurrent true when its EVSEs are DC: limits are in watts and {@code numberPhases}
 *     must not be sent
 */
public record StationTraits(
    Set<RateUnit> rateUnits, int maxStackLevel, boolean setpoints, boolean directCurrent) {

  /** An AC station that takes amperes and watts and knows no setpoints. */
  public static final StationTraits PLAIN_AC =
      new StationTraits(Set.of(RateUnit.A, RateUnit.W), 1, false, false);

  public StationTraits {
    rateUnits = Set.copyOf(rateUnits);
    if (rateUnits.isEmpty() || maxStackLevel < 0) {
      throw new IllegalArgumentException(
          "A station takes at least one rate unit and stack level 0.");
    }
  }

  /** The unit of a limit, named as on the wire. */
  public enum RateUnit {
    A,
    W
  }
}
