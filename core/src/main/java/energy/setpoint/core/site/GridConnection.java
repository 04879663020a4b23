package energy.setpoint.core.site;

import energy.setpoint.core.quantity.Power;

/**
 * What the grid operator allows at the connection point, both magnitudes at least 0.
 *
 * @param importLimit the most that may be taken from the grid
 * @param exportLimit the most that may be fed into the grid
 */
public record GridConnection(Power importLimit, Power exportLimit) {

  public GridConnection {
    if (importLimit.isNegative() || exportLimit.isNegative()) {
      throw new IllegalArgumentException(
          "Grid limits are magnitudes of at least 0 W, but import is "
              + importLimit
              + " and export is "
              + exportLimit
              + ".");
    }
  }
}
