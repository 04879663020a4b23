package energy.setpoint.ocpp.dialect;

import energy.setpoint.core.intent.EvseIntent;
import energy.setpoint.core.session.IdToken;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.certificate.StationSecurity;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a dialect may know and ask while it answers a station. */
public interface StationContext {

  StationId station();

  Instant now();

  /** How often the station shall send a heartbeat. */
  Duration heartbeatInterval();

  boolean accepts(IdToken token);

  /** Takes security events and wishes for certificates. */
  default StationSecurity security() {
    return StationSecurity.NONE;
  }

  /** A new transaction id, where the version has the server choose it. */
  int nextTransactionId();

  /** What is known of the station now. */
  StationTraits traits();

  /**
   * What was last wanted of the transaction at an EVSE, sent and not refused; empty when nothing is
   * or it was taken back.
   */
  Optional<EvseIntent> findWanted(EvseRef evse);

  /** By which traits that was put into words; they may have changed since. */
  default StationTraits wantedTraits(EvseRef evse) {
    return traits();
  }

  /** The EVSE at which a transaction is running. */
  Optional<EvseRef> findEvse(String transactionId);

  /** The transaction that is running at an EVSE. */
  Optional<String> findTransaction(EvseRef evse);
}
