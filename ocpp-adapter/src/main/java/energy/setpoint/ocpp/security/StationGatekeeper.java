package energy.setpoint.ocpp.security;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.security.Visitor.Wire;
import energy.setpoint.ocpp.stats.SecurityCounters;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Holds every station to its security profile (A00.FR.001, A00.FR.002). Whoever names an unknown
 * station is treated like a station with the site's usual profile, down to the time that a hash
 * takes, unless that profile checks nobody.
 */
public final class StationGatekeeper implements Gatekeeper, AutoCloseable {

  private final Map<StationId, StationAccess> stations;
  private final StationAccess stranger;
  private final Optional<String> operator;
  private final InstantSource clock;
  private final PasswordLogins logins;
  private final DoorLog log;

  /**
   * @param stranger what an unknown station is held to, in vain
   * @param operator what a station's certificate must name as its organization (A00.FR.404); empty
   *     when that is not checked
   * @param clock the time on the wall, for pauses and certificates
   * @param logins checks passwords; closed with this gatekeeper
   */
  public StationGatekeeper(
      Map<StationId, StationAccess> stations,
      StationAccess stranger,
      Optional<String> operator,
      InstantSource clock,
      PasswordLogins logins,
      DoorLog log) {
    this.stations = Map.copyOf(stations);
    this.stranger = stranger;
    this.operator = operator;
    this.clock = clock;
    this.logins = logins;
    this.log = log;
  }

  /** With threads and memory of its own. */
  public static StationGatekeeper of(
      Map<StationId, StationAccess> stations,
      StationAccess stranger,
      Optional<String> operator,
      InstantSource clock,
      DoorLog log,
      SecurityCounters counters) {
    return new StationGatekeeper(
        stations, stranger, operator, clock, PasswordLogins.start(clock, log, counters), log);
  }

  @Override
  public CompletionStage<Verdict> judge(Visitor visitor) {
    Optional<StationId> station = StationNames.find(visitor.name()).filter(stations::containsKey);
    StationAccess access = station.map(stations::get).orElse(stranger);
    return judge(visitor, station, access)
        .thenApply(verdict -> {
          if (verdict instanceof Verdict.TurnedAway turnedAway) {
            log.turnedAway(visitor, station, turnedAway.reason());
          }
          return verdict;
        });
  }

  private CompletionStage<Verdict> judge(
      Visitor visitor, Optional<StationId> station, StationAccess access) {
    if (access.profile().demandsTls() && visitor.wire() instanceof Wire.Plain) {
      return now(Verdict.TurnedAway.because(Refusal.PROFILE_TOO_WEAK));
    }
    return switch (access.profile()) {
      case OPEN -> now(known(station, Verdict.COME_IN));
      case PASSWORD, TLS_PASSWORD ->
          visitor.authorization().isEmpty() && findCertificate(visitor).isPresent()
              ? now(known(station, certificate(visitor)))
              : logins.judge(visitor, station.isPresent(), access.password().orElseThrow());
      case TLS_CERTIFICATE -> now(known(station, certificate(visitor)));
    };
  }

  private Verdict certificate(Visitor visitor) {
    Optional<X509Certificate> shown = findCertificate(visitor);
    if (shown.isEmpty()) {
      return Verdict.TurnedAway.because(Refusal.NO_CERTIFICATE);
    }
    X509Certificate certificate = shown.get();
    // A resumed TLS session brings the certificate of its beginning.
    Instant now = clock.instant();
    if (now.isBefore(certificate.getNotBefore().toInstant())
        || now.isAfter(certificate.getNotAfter().toInstant())) {
      return Verdict.TurnedAway.because(Refusal.CERTIFICATE_NOT_IN_FORCE);
    }
    if (!CertificateNames.common(certificate).contains(visitor.name())) {
      return Verdict.TurnedAway.because(Refusal.CERTIFICATE_OF_ANOTHER_STATION);
    }
    return operator.map(CertificateNames.organization(certificate)::contains).orElse(true)
        ? Verdict.COME_IN
        : Verdict.TurnedAway.because(Refusal.CERTIFICATE_OF_ANOTHER_OPERATOR);
  }

  private static Optional<X509Certificate> findCertificate(Visitor visitor) {
    return switch (visitor.wire()) {
      case Wire.Plain() -> Optional.empty();
      case Wire.Tls(var certificate) -> certificate;
    };
  }

  private static Verdict known(Optional<StationId> station, Verdict verdict) {
    return station.isPresent() || verdict instanceof Verdict.TurnedAway
        ? verdict
        : Verdict.TurnedAway.because(Refusal.UNKNOWN_STATION);
  }

  private static CompletionStage<Verdict> now(Verdict verdict) {
    return CompletableFuture.completedFuture(verdict);
  }

  /** Stations that must wait after failed logins. */
  public int lockedStations() {
    return logins.lockedStations();
  }

  /** Addresses that must wait after failed logins. */
  public int lockedAddresses() {
    return logins.lockedAddresses();
  }

  @Override
  public void close() {
    logins.close();
  }
}
