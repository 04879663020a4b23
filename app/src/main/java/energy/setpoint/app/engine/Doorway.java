package energy.setpoint.app.engine;

import energy.setpoint.app.config.SiteSecurity;
import energy.setpoint.app.pki.AuthorityFolder;
import energy.setpoint.app.pki.BuiltInAuthority;
import energy.setpoint.app.storage.journal.SecurityJournal;
import energy.setpoint.ocpp.certificate.CertificateAuthority;
import energy.setpoint.ocpp.certificate.CertificatePurpose;
import energy.setpoint.ocpp.certificate.SecurityDesk;
import energy.setpoint.ocpp.rpc.turn.Alarm;
import energy.setpoint.ocpp.security.DoorLog;
import energy.setpoint.ocpp.security.SecurityProfile;
import energy.setpoint.ocpp.security.StationAccess;
import energy.setpoint.ocpp.security.StationGatekeeper;
import energy.setpoint.ocpp.security.password.PasswordHash;
import energy.setpoint.ocpp.security.password.StationPassword;
import energy.setpoint.ocpp.server.PortSecurity;
import energy.setpoint.ocpp.stats.SecurityCounters;
import energy.setpoint.ocpp.tls.ServerTls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who may come in at a site, put together from its file. Its time is that on the wall. */
final class Doorway {

  private static final Logger LOG = LoggerFactory.getLogger(Doorway.class);

  private final InstantSource clock = InstantSource.system();
  private final SecurityCounters counters = new SecurityCounters();
  private final SiteSecurity settings;
  private final SecurityJournal journal;
  private final StationGatekeeper gatekeeper;
  private final SecurityDesk desk;
  private final PortSecurity port;

  private Doorway(SiteSecurity settings, SecurityJournal events, Resources open) {
    this.settings = settings;
    this.journal = events;
    var log = new DoorLog(counters, events, clock);
    gatekeeper =
        open.add(
            StationGatekeeper.of(
                settings.stations(),
                stranger(settings),
                settings.operator(),
                clock,
                log,
                counters));
    port =
        new PortSecurity(
            gatekeeper,
            log,
            settings
                .tls()
                .map(it ->
                    new PortSecurity.TlsPort(
                        it.port(), ServerTls.open(it.settings(), clock, counters))));
    var retries =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("certificate-retries").daemon().factory());
    open.add(retries::shutdownNow);
    desk =
        new SecurityDesk(authorities(settings, open), events, counters, clock, Alarm.on(retries));
  }

  /**
   * @param events keeps what happens; outlives the doorway
   * @param open gets what must be closed
   * @throws energy.setpoint.ocpp.tls.TlsFileException when a certificate or key cannot be used
   * @throws IllegalArgumentException when the folder of an authority holds none
   */
  static Doorway of(SiteSecurity settings, SecurityJournal events, Resources open) {
    return new Doorway(settings, events, open);
  }

  /** Unknown stations are held to the usual profile, with a password that nobody has. */
  private static StationAccess stranger(SiteSecurity settings) {
    SecureRandom random = new SecureRandom();
    return new StationAccess(
        settings.usual(),
        settings.usual().demandsPassword()
            ? Optional.of(
                PasswordHash.of(
                    StationPassword.random(random), PasswordHash.ROUNDS_FOR_RANDOM, random))
            : Optional.empty());
  }

  private Map<CertificatePurpose, CertificateAuthority> authorities(
      SiteSecurity settings, Resources open) {
    Map<CertificatePurpose, CertificateAuthority> authorities =
        new EnumMap<>(CertificatePurpose.class);
    settings
        .authority()
        .ifPresent(it -> authorities.put(CertificatePurpose.CHARGING_STATION, authority(it, open)));
    settings
        .vehicleAuthority()
        .ifPresent(it -> authorities.put(CertificatePurpose.V2G, authority(it, open)));
    return authorities;
  }

  private CertificateAuthority authority(Path folder, Resources open) {
    try {
      return open.add(new BuiltInAuthority(AuthorityFolder.open(folder, clock)));
    } catch (IOException e) {
      throw new UncheckedIOException("The authority in " + folder + " cannot be read.", e);
    }
  }

  PortSecurity port() {
    return port;
  }

  SecurityDesk desk() {
    return desk;
  }

  List<Figure> figures() {
    return SecurityFigures.list(counters, gatekeeper, journal);
  }

  /** What an operator should look at now. */
  List<String> alerts() {
    List<String> alerts = new ArrayList<>();
    int stations = gatekeeper.lockedStations();
    int addresses = gatekeeper.lockedAddresses();
    if (stations + addresses > 0) {
      alerts.add(
          "Failed logins: %d station names and %d addresses must wait. See the security events."
              .formatted(stations, addresses));
    }
    return alerts;
  }

  /** Says once when whoever reaches the port can pretend to be a station. */
  void warnWhenOpen(String host) {
    long open =
        settings.stations().values().stream()
            .filter(it -> it.profile() == SecurityProfile.OPEN)
            .count();
    if (open > 0 && !isLoopback(host)) {
      LOG.warn(
          "{} of {} stations come in by their name alone (security profile 0), and the port listens"
              + " on {}: whoever reaches it can pretend to be one of them. Give them a profile in"
              + " the site file, or keep the port in a network of its own"
              + " (docs/how-to/secure-stations.md).",
          open,
          settings.stations().size(),
          host);
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
