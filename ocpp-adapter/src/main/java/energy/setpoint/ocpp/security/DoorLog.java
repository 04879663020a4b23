package energy.setpoint.ocpp.security;

import energy.setpoint.core.port.SecurityEvent;
import energy.setpoint.core.port.SecurityLog;
import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.stats.SecurityCounters;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs, counts and keeps what happens at the door. Never says a password. */
public final class DoorLog {

  private static final Logger LOG = LoggerFactory.getLogger(DoorLog.class);

  private static final int MOST_OF_A_NAME = 60;

  private final SecurityCounters counters;
  private final SecurityLog events;
  private final InstantSource clock;

  public DoorLog(SecurityCounters counters, SecurityLog events, InstantSource clock) {
    this.counters = counters;
    this.events = events;
    this.clock = clock;
  }

  void turnedAway(Visitor visitor, Optional<StationId> station, Refusal reason) {
    counters.turnedAway(reason.words());
    LOG.warn("{} was turned away: {}", described(visitor), reason.words());
    typeOf(reason).ifPresent(type -> note(station, type, visitor, reason.words()));
  }

  void lockedOut(Visitor visitor, Duration pause) {
    counters.lockedOut();
    LOG.warn("{} failed again and has to wait {} s", described(visitor), pause.toSeconds());
    note(
        StationNames.find(visitor.name()),
        "LoginLockedOut",
        visitor,
        "waits " + pause.toSeconds() + " s");
  }

  /** A TLS connection failed for what the peer showed or wanted. */
  public void tlsRefused(InetAddress address, String reason) {
    counters.certificateRefused(reason);
    LOG.warn("A TLS connection from {} was refused: {}", address.getHostAddress(), reason);
    typeOfTls(reason)
        .ifPresent(type ->
            events.note(
                SecurityEvent.ofEngine(
                    clock.instant(),
                    Optional.empty(),
                    type,
                    reason + ", from " + address.getHostAddress())));
  }

  /** Everybody who scans the port fails at TLS; only what a station would do is an event. */
  private static Optional<String> typeOfTls(String reason) {
    if (reason.contains("certificate") || reason.contains("revocation")) {
      return Optional.of("InvalidChargingStationCertificate");
    }
    return switch (reason) {
      case "TLS version too old" -> Optional.of("InvalidTLSVersion");
      case "no common cipher suite" -> Optional.of("InvalidTLSCipherSuite");
      default -> Optional.empty();
    };
  }

  /** What waits or has nothing to do with security is counted, but no event. */
  private static Optional<String> typeOf(Refusal reason) {
    return switch (reason) {
      case UNKNOWN_STATION, NO_PASSWORD, LOCKED_OUT, TOO_MANY_LOGINS -> Optional.empty();
      case PROFILE_TOO_WEAK -> Optional.of("SecurityProfileTooWeak");
      case WRONG_PASSWORD -> Optional.of("FailedToAuthenticateAtCsms");
      case NO_CERTIFICATE,
          CERTIFICATE_OF_ANOTHER_STATION,
          CERTIFICATE_OF_ANOTHER_OPERATOR,
          CERTIFICATE_NOT_IN_FORCE ->
          Optional.of("InvalidChargingStationCertificate");
    };
  }

  private void note(Optional<StationId> station, String type, Visitor visitor, String detail) {
    events.note(
        SecurityEvent.ofEngine(clock.instant(), station, type, detail + ", " + described(visitor)));
  }

  private static String described(Visitor visitor) {
    String name = visitor.name().replaceAll("\\p{Cntrl}", "?");
    String cut = name.length() > MOST_OF_A_NAME ? name.substring(0, MOST_OF_A_NAME) + "…" : name;
    return "'" + cut + "' at " + visitor.address().getHostAddress();
  }
}
