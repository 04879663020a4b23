package energy.setpoint.core.port;

import energy.setpoint.core.site.StationId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that matters for the security of a site.
 *
 * @param at when it happened; by the station's clock when the station reported it
 * @param station empty when whoever came named no known station
 * @param type a security event of OCPP 2.1 part 2 appendix 1 where one fits, such as {@code
 *     InvalidChargingStationCertificate}
 * @param detail for people, empty when there is nothing to add; never a password or a private key
 */
public record SecurityEvent(
    Instant at, Optional<StationId> station, Origin origin, String type, String detail) {

  /** Who noticed it. */
  public enum Origin {
    /** A station reported it. */
    STATION,
    /** The engine noticed it itself, most often at the door. */
    ENGINE
  }

  /** Noticed here. */
  public static SecurityEvent ofEngine(
      Instant at, Optional<StationId> station, String type, String detail) {
    return new SecurityEvent(at, station, Origin.ENGINE, type, detail);
  }

  /** Reported by a station. */
  public static SecurityEvent ofStation(Instant at, StationId station, String type, String detail) {
    return new SecurityEvent(at, Optional.of(station), Origin.STATION, type, detail);
  }
}
