package energy.setpoint.app.system.chaos.witness;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.site.StationId;
import energy.setpoint.simulation.station.wire.LinkListener;
import energy.setpoint.simulation.station.wire.StationLink;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stations said and were answered, beside what the database holds. */
class SessionAuditTest {

  private static final Instant START = Instant.parse("2026-05-19T11:00:00Z");
  private static final Instant END = Instant.parse("2026-05-19T11:20:00Z");

  private final Testimonies testimonies = new Testimonies();
  private final Line line = new Line();

  /** The engine's end of a socket. */
  private static final class Line implements StationLink {

    private LinkListener engine;
    private StationLink station;

    @Override
    public void send(String text) {}

    @Override
    public void close() {}

    @Override
    public void cut() {}
  }

  SessionAuditTest() {
    StationNotary notary =
        new StationNotary((_, _, listener) -> line.engine = listener, testimonies);
    notary.connect(
        new StationId("gate"),
        "any",
        new LinkListener() {
          @Override
          public void opened(StationLink link) {
            line.station = link;
          }

          @Override
          public void received(String text) {}

          @Override
          public void closed(String why) {}
        });
    line.engine.opened(line);
  }

  @Test
  void findsNothingWhereEveryTransactionIsStoredOnce() {
    start16(7);
    start201();
    stop16(7, true);

    SessionAudit audit = audit(row("a", "7", END, 500), row("b", "tx", null, 0));

    assertThat(audit.findings()).isEmpty();
    assertThat(audit.accepted()).isEqualTo(2);
    assertThat(audit.found()).isEqualTo(2);
  }

  @Test
  void findsATransactionThatWasAcceptedAndIsNotStored() {
    start201();

    assertThat(audit().findings()).singleElement().asString().contains("not stored", "tx");
  }

  @Test
  void expectsNothingOfATransactionThatWasNeverAnswered() {
    line.station.send(STARTED_201);

    assertThat(audit().findings()).isEmpty();
    assertThat(audit(row("b", "tx", null, 0)).findings()).isEmpty();
  }

  @Test
  void findsATransactionThatIsStoredTwice() {
    start201();

    assertThat(audit(row("a", "tx", null, 0), row("b", "tx", null, 0)).findings())
        .singleElement()
        .asString()
        .contains("more than once");
  }

  @Test
  void findsASecondSessionForAStartThatWasToldAgain() {
    start16(7);
    start16(8);

    assertThat(audit(row("a", "7", null, 0), row("b", "8", null, 0)).findings())
        .singleElement()
        .asString()
        .contains("no station told");
  }

  @Test
  void findsAnEndThatWasAcceptedAndIsNotStored() {
    start16(7);
    stop16(7, true);

    assertThat(audit(row("a", "7", null, 500)).findings())
        .singleElement()
        .asString()
        .contains("its end");
  }

  @Test
  void findsEnergyThatGotLost() {
    start16(7);
    stop16(7, true);

    assertThat(audit(row("a", "7", END, 400)).findings())
        .singleElement()
        .asString()
        .contains("500 Wh were told and 400 Wh are stored");
  }

  @Test
  void findsASessionThatEndedWithoutItsStation() {
    start201();

    assertThat(audit(row("b", "tx", END, 0)).findings())
        .singleElement()
        .asString()
        .contains("never said so");
  }

  private static final String STARTED_201 =
      """
      [2,"m1","TransactionEvent",{"eventType":"Started","timestamp":"2026-05-19T11:00:00Z",
      "evse":{"id":1},"transactionInfo":{"transactionId":"tx"}}]\
      """;

  private void start201() {
    line.station.send(STARTED_201);
    line.engine.received("[3,\"m1\",{}]");
  }

  private void start16(int given) {
    line.station.send(
        """
        [2,"s%d","StartTransaction",{"connectorId":1,"idTag":"VAN","meterStart":100,\
        "timestamp":"2026-05-19T11:00:00Z"}]\
        """
            .formatted(given));
    line.engine.received("[3,\"s%d\",{\"transactionId\":%d}]".formatted(given, given));
  }

  private void stop16(int id, boolean answered) {
    line.station.send(
        """
        [2,"e1","StopTransaction",{"transactionId":%d,"meterStop":600,\
        "timestamp":"2026-05-19T11:20:00Z"}]\
        """
            .formatted(id));
    if (answered) {
      line.engine.received("[3,\"e1\",{}]");
    }
  }

  private SessionAudit audit(StoredSession... stored) {
    return SessionAudit.of(testimonies.all(), List.of(stored));
  }

  private static StoredSession row(String id, String transaction, Instant ended, double wh) {
    return new StoredSession(id, "gate", 1, transaction, START, Optional.ofNullable(ended), wh);
  }
}
