package energy.setpoint.core.control.book;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.control.NeedBook;
import energy.setpoint.core.event.EvseMeasured;
import energy.setpoint.core.event.EvseSample;
import energy.setpoint.core.event.TransactionEnded;
import energy.setpoint.core.event.TransactionStarted;
import energy.setpoint.core.port.SessionStore;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.session.GuestNeed;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.EvseRef;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A station without power or network tells late what became of its transactions. */
class SessionBookTest {

  private static final EvseRef GATE = EvseRef.of("gate", 1);
  private static final Instant START = Instant.parse("2026-05-19T11:00:00Z");
  private static final Instant BLACKOUT = START.plusSeconds(600);
  private static final Instant BACK = START.plusSeconds(700);

  private final Map<SessionId, ChargingSession> stored = new LinkedHashMap<>();
  private final SessionBook book =
      new SessionBook(
          new NeedBook(List.of(), GuestNeed.DEFAULTS, ZoneOffset.UTC),
          new SessionStore() {
            @Override
            public void save(ChargingSession session) {
              stored.put(session.id(), session);
            }

            @Override
            public List<ChargingSession> listOpen() {
              return List.of();
            }
          });

  @Test
  void takesTheEndThatTheStationTellsInPlaceOfTheOneThatWasConcluded() {
    start("tx", START);
    book.vacated(GATE, BACK);

    end("tx", BLACKOUT);

    assertThat(stored.values())
        .singleElement()
        .satisfies(session -> assertThat(session.ended()).contains(BLACKOUT));
  }

  @Test
  void takesTheLastMeterValueOfASessionThatIsOver() {
    start("tx", START);
    measure("tx", START, 1000);
    book.vacated(GATE, BACK);

    measure("tx", BLACKOUT, 1500);
    end("tx", BLACKOUT);

    assertThat(stored.values())
        .singleElement()
        .satisfies(session -> assertThat(session.delivered()).isEqualTo(new Energy(500)));
  }

  @Test
  void leavesTheNextSessionAloneWhenTheLastOneIsToldLate() {
    start("tx", START);
    start("next", BACK);

    measure("tx", BLACKOUT, 1500);
    end("tx", BLACKOUT);

    assertThat(book.open())
        .singleElement()
        .satisfies(session -> assertThat(session.transactionId()).isEqualTo("next"));
    assertThat(stored).hasSize(2);
  }

  @Test
  void opensNothingWhenAStartIsToldAgainAfterItsEnd() {
    start("tx", START);
    book.vacated(GATE, BACK);

    start("tx", START);

    assertThat(book.open()).isEmpty();
    assertThat(stored).hasSize(1);
  }

  @Test
  void takesUpASessionThatGoesOnAfterItsAssumedEnd() {
    start("tx", START);
    book.vacated(GATE, BLACKOUT);

    measure("tx", BACK, 1500);

    assertThat(book.open())
        .singleElement()
        .satisfies(session -> assertThat(session.transactionId()).isEqualTo("tx"));
  }

  private void start(String transaction, Instant at) {
    book.started(new TransactionStarted(GATE, at, transaction, Optional.empty()));
  }

  private void end(String transaction, Instant at) {
    book.ended(new TransactionEnded(GATE, at, transaction, "PowerLoss"));
  }

  private void measure(String transaction, Instant at, double register) {
    EvseSample sample =
        new EvseSample(
            Optional.empty(),
            List.of(),
            Optional.of(new Energy(register)),
            Optional.empty(),
            Optional.empty());
    book.measured(new EvseMeasured(GATE, at, Optional.of(transaction), sample));
  }
}
