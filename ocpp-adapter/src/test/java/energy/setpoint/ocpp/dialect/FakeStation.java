package energy.setpoint.ocpp.dialect;

import energy.setpoint.core.intent.EvseIntent;
import energy.setpoint.core.session.IdToken;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.certificate.StationSecurity;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A station of which a test says what is known; it accepts every token but {@code STRANGER}. */
public final class FakeStation implements StationContext {

  public static final StationId ID = new StationId("depot-1");
  public static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

  private final Map<String, EvseRef> transactions = new HashMap<>();
  private final Map<EvseRef, EvseIntent> wanted = new HashMap<>();
  private StationTraits traits = StationTraits.PLAIN_AC;
  private StationSecurity security = StationSecurity.NONE;
  private Instant now = NOON;
  private int lastTransactionId = 700;

  public static EvseRef evse(int number) {
    return new EvseRef(ID, number);
  }

  public FakeStation knowing(String transactionId, int evse) {
    transactions.put(transactionId, evse(evse));
    return this;
  }

  /** What was last wanted of the EVSE that it is for. */
  public FakeStation wanting(EvseIntent intent) {
    wanted.put(intent.evse(), intent);
    return this;
  }

  public FakeStation at(Instant time) {
    now = time;
    return this;
  }

  public FakeStation with(StationTraits newTraits) {
    traits = newTraits;
    return this;
  }

  public FakeStation with(StationSecurity newSecurity) {
    security = newSecurity;
    return this;
  }

  @Override
  public StationSecurity security() {
    return security;
  }

  @Override
  public StationTraits traits() {
    return traits;
  }

  @Override
  public Optional<EvseIntent> findWanted(EvseRef evse) {
    return Optional.ofNullable(wanted.get(evse));
  }

  @Override
  public StationId station() {
    return ID;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Duration heartbeatInterval() {
    return Duration.ofMinutes(5);
  }

  @Override
  public boolean accepts(IdToken token) {
    return !token.isSameAs(new IdToken("STRANGER"));
  }

  @Override
  public int nextTransactionId() {
    return ++lastTransactionId;
  }

  @Override
  public Optional<EvseRef> findEvse(String transactionId) {
    return Optional.ofNullable(transactions.get(transactionId));
  }

  @Override
  public Optional<String> findTransaction(EvseRef evse) {
    return transactions.entrySet().stream()
        .filter(entry -> entry.getValue().equals(evse))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
