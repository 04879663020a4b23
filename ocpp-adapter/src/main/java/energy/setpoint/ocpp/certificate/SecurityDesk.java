package energy.setpoint.ocpp.certificate;

import energy.setpoint.core.port.SecurityEvent;
import energy.setpoint.core.port.SecurityLog;
import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.rpc.turn.Alarm;
import energy.setpoint.ocpp.stats.SecurityCounters;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what stations report and ask about security. */
public final class SecurityDesk {

  private static final Logger LOG = LoggerFactory.getLogger(SecurityDesk.class);

  private final Map<CertificatePurpose, CertificateAuthority> authorities;
  private final SecurityLog events;
  private final SecurityCounters counters;
  private final InstantSource clock;
  private final Alarm alarm;
  private final WishQuota quota;

  /**
   * @param authorities for the purposes for which there is one
   * @param clock the time on the wall
   * @param alarm for another attempt to bring a certificate
   */
  public SecurityDesk(
      Map<CertificatePurpose, CertificateAuthority> authorities,
      SecurityLog events,
      SecurityCounters counters,
      InstantSource clock,
      Alarm alarm) {
    this.authorities = Map.copyOf(authorities);
    this.events = events;
    this.counters = counters;
    this.clock = clock;
    this.alarm = alarm;
    this.quota = new WishQuota(clock);
  }

  /** Keeps nothing and signs nothing. */
  public static SecurityDesk none() {
    return new SecurityDesk(
        Map.of(), SecurityLog.NONE, new SecurityCounters(), InstantSource.system(), Alarm.never());
  }

  /**
   * The desk of one station.
   *
   * @param courier brings certificates to it
   */
  public StationSecurity at(StationId station, Courier courier) {
    return new StationDesk(station, courier);
  }

  void note(StationId station, String type, String detail) {
    events.note(SecurityEvent.ofEngine(clock.instant(), Optional.of(station), type, detail));
  }

  private final class StationDesk implements StationSecurity {

    private final StationId station;
    private final Courier courier;

    StationDesk(StationId station, Courier courier) {
      this.station = station;
      this.courier = courier;
    }

    @Override
    public void report(Instant at, String type, String detail) {
      counters.reported();
      LOG.info("{} reports a security event: {}", station, printable(type));
      events.note(SecurityEvent.ofStation(at, station, type, detail));
    }

    @Override
    public Optional<String> findRefusal(SigningWish wish) {
      Optional<CertificateAuthority> authority =
          Optional.ofNullable(authorities.get(wish.purpose()));
      Optional<String> obstacle =
          authority
              .map(it -> findObstacle(it, wish))
              .orElse(Optional.of("There is no certificate authority for this purpose."));
      obstacle.ifPresentOrElse(
          reason -> refused(wish, reason),
          () ->
              new SigningErrand(station, wish, courier, SecurityDesk.this, counters, alarm)
                  .start(authority.orElseThrow()));
      return obstacle;
    }

    private Optional<String> findObstacle(CertificateAuthority authority, SigningWish wish) {
      return quota.take(station)
          ? authority.findObstacle(station, wish.csr())
          : Optional.of("The station has asked too often within an hour.");
    }

    private void refused(SigningWish wish, String reason) {
      LOG.warn("{} asks for a {} certificate: refused. {}", station, wish.purpose(), reason);
      note(station, "CertificateRequestRefused", reason);
      counters.signing("refused");
    }
  }

  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
