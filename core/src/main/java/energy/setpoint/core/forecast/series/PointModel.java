package energy.setpoint.core.forecast.series;

import java.util.OptionalDouble;

/** Says of a slot to come what it will probably be, from nothing but the slots before. */
interface PointModel {

  /**
   * In watts; empty where too little was measured.
   *
   * @param past only slots before the origin may be read
   * @param origin the first slot that is not measured yet
   * @param slot the origin or later
   */
  OptionalDouble expect(SlotHistory past, long origin, long slot);
}
