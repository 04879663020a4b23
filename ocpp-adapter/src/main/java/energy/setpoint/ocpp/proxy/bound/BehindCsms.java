package energy.setpoint.ocpp.proxy.bound;

import energy.setpoint.core.intent.EvseIntent;
import energy.setpoint.core.session.IdToken;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.certificate.SigningWish;
import energy.setpoint.ocpp.certificate.StationSecurity;
import energy.setpoint.ocpp.dialect.StationContext;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What may be known and asked about a station whose limits and certificates its CSMS has a say in.
 */
record BehindCsms(StationContext context, BoundedIntents intents) implements StationContext {

  @Override
  public StationSecurity security() {
    return new UnsignedHere(context.security());
  }

  @Override
  public StationId station() {
    return context.station();
  }

  @Override
  public Instant now() {
    return context.now();
  }

  @Override
  public Duration heartbeatInterval() {
    return context.heartbeatInterval();
  }

  @Override
  public boolean accepts(IdToken token) {
    return context.accepts(token);
  }

  @Override
  public int nextTransactionId() {
    return context.nextTransactionId();
  }

  @Override
  public StationTraits traits() {
    return context.traits();
  }

  /** As the CSMS allows it now, which may be less than when it was sent. */
  @Override
  public Optional<EvseIntent> findWanted(EvseRef evse) {
    return context.findWanted(evse).map(this::allowed);
  }

  @Override
  public StationTraits wantedTraits(EvseRef evse) {
    return context.wantedTraits(evse);
  }

  private EvseIntent allowed(EvseIntent wanted) {
    return intents.of(wanted, now()) instanceof EvseIntent less ? less : wanted;
  }

  @Override
  public Optional<EvseRef> findEvse(String transactionId) {
    return context.findEvse(transactionId);
  }

  @Override
  public Optional<String> findTransaction(EvseRef evse) {
    return context.findTransaction(evse);
  }

  private record UnsignedHere(StationSecurity security) implements StationSecurity {

    @Override
    public void report(Instant at, String type, String detail) {
      security.report(at, type, detail);
    }

    @Override
    public Optional<String> findRefusal(SigningWish wish) {
      return Optional.of("The CSMS signs the certificates of this station.");
    }
  }
}
