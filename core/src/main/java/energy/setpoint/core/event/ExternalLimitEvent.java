package energy.setpoint.core.event;

import energy.setpoint.core.site.StationId;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * Somebody else limits a station: an energy manager or the operator of the grid (OCPP 2.x part 2,
 * use cases K11 to K13).
 */
public sealed interface ExternalLimitEvent extends StationEvent {

  /** Which EVSE it concerns; empty for the station as a whole. */
  OptionalInt evseNumber();

  /** A limit holds, in the place of an earlier one of the same source. */
  record Announced(StationId station, Instant at, OptionalInt evseNumber, ExternalLimit limit)
      implements ExternalLimitEvent {}

  /**
   * The limit of a source no longer holds.
   *
   * @param source such as {@code SO} for the system operator
   */
  record Cleared(StationId station, Instant at, OptionalInt evseNumber, String source)
      implements ExternalLimitEvent {}
}
