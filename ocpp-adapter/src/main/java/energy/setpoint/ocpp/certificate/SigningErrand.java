package energy.setpoint.ocpp.certificate;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.certificate.Courier.Delivery;
import energy.setpoint.ocpp.rpc.turn.Alarm;
import energy.setpoint.ocpp.stats.SecurityCounters;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Has one wish signed and brings the certificate to the station, with a few attempts. */
final class SigningErrand {

  private static final Logger LOG = LoggerFactory.getLogger(SigningErrand.class);

  private static final int MOST_ATTEMPTS = 3;
  private static final Duration PAUSE = Duration.ofSeconds(20);

  private final StationId station;
  private final SigningWish wish;
  private final Courier courier;
  private final SecurityDesk desk;
  private final SecurityCounters counters;
  private final Alarm alarm;

  SigningErrand(
      StationId station,
      SigningWish wish,
      Courier courier,
      SecurityDesk desk,
      SecurityCounters counters,
      Alarm alarm) {
    this.station = station;
    this.wish = wish;
    this.courier = courier;
    this.desk = desk;
    this.counters = counters;
    this.alarm = alarm;
  }

  void start(CertificateAuthority authority) {
    authority.sign(station, wish.csr()).whenComplete(this::signed);
  }

  /** Should the authority fail, an operator has to see to it (A02, error handling). */
  private void signed(@Nullable String chain, @Nullable Throwable failure) {
    if (chain == null) {
      fail("not signed", "the authority did not sign: " + failure);
      return;
    }
    attempt(wish.delivery().apply(chain), 1);
  }

  private void attempt(JsonNode payload, int number) {
    courier
        .deliver(payload)
        .thenAccept(delivery -> {
          switch (delivery) {
            case Delivery.Accepted accepted -> {
              LOG.info("{} has installed its new {} certificate", station, wish.purpose());
              desk.note(station, "CertificateInstalled", wish.purpose().toString());
              counters.signing("installed");
            }
            case Delivery.Rejected rejected -> fail("rejected", rejected.reason());
            case Delivery.Lost lost -> {
              if (number < MOST_ATTEMPTS) {
                counters.signing("tried again");
                LOG.warn("{} did not get its certificate: {}", station, lost.reason());
                alarm.set(PAUSE.multipliedBy(number), () -> attempt(payload, number + 1));
              } else {
                fail("not delivered", lost.reason());
              }
            }
          }
        });
  }

  private void fail(String outcome, String reason) {
    LOG.error("{} has no new {} certificate: {}", station, wish.purpose(), reason);
    desk.note(station, "CertificateNotInstalled", outcome + ": " + reason);
    counters.signing(outcome);
  }
}
