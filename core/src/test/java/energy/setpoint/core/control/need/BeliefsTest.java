package energy.setpoint.core.control.need;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.control.NeedBook;
import energy.setpoint.core.control.book.SessionBook;
import energy.setpoint.core.control.vehicle.Appetites;
import energy.setpoint.core.event.TransactionStarted;
import energy.setpoint.core.forecast.Experience;
import energy.setpoint.core.forecast.Habits.Guest;
import energy.setpoint.core.forecast.PastSession;
import energy.setpoint.core.port.SessionStore;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.session.GuestNeed;
import energy.setpoint.core.session.IdToken;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.EvseRef;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BeliefsTest {

  private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
  private static final EvseRef EVSE = EvseRef.of("s1", 1);
  private static final IdToken ANNA = new IdToken("anna");

  private final Experience experience = Experience.learning(ZoneOffset.UTC);
  private final SessionBook sessions =
      new SessionBook(new NeedBook(List.of(), GuestNeed.DEFAULTS, ZoneOffset.UTC), new Forgetful());
  private final Beliefs beliefs = new Beliefs(sessions, new Appetites(), experience, 0.9);

  @Test
  void believesTheSiteFileWhileNobodyIsKnown() {
    ChargingSession session = arrives();

    assertThat(beliefs.revise(session, NOW).target()).isEqualTo(session.need().target());
  }

  @Test
  void expectsOfSomebodyKnownWhatTheyTakeAndHowLongTheyStay() {
    for (int day = 1; day <= 4; day++) {
      Instant arrival = NOW.minus(Duration.ofDays(day));
      experience.learn(
          new Guest(Optional.of(ANNA), EVSE),
          new PastSession(
              arrival,
              arrival.plus(Duration.ofHours(10)),
              Energy.ofKilowattHours(40),
              GuestNeed.DEFAULTS.energy(),
              arrival.plus(GuestNeed.DEFAULTS.stay()),
              Power.ofKilowatts(11),
              new CircuitId("main")));
    }

    var believed = beliefs.revise(arrives(), NOW);

    assertThat(believed.target()).isEqualTo(Energy.ofKilowattHours(36));
    assertThat(believed.departure()).isEqualTo(NOW.plus(Duration.ofHours(10)));
  }

  private ChargingSession arrives() {
    sessions.started(new TransactionStarted(EVSE, NOW, "tx", Optional.of(ANNA)));
    return sessions.open().getFirst();
  }

  private static final class Forgetful implements SessionStore {

    @Override
    public void save(ChargingSession session) {}

    @Override
    public List<ChargingSession> listOpen() {
      return List.of();
    }
  }
}
