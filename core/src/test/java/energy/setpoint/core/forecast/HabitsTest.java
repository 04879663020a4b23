package energy.setpoint.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.forecast.Habits.Guest;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.session.IdToken;
import energy.setpoint.core.site.EvseRef;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HabitsTest {

  private static final EvseRef YARD = EvseRef.of("yard", 1);
  private static final EvseRef HALL = EvseRef.of("hall", 1);
  private static final Guest ANNA = new Guest(Optional.of(new IdToken("Anna")), YARD);
  private static final Guest STRANGER = new Guest(Optional.empty(), YARD);

  private final Habits habits = new Habits();

  @Test
  void knowsNothingAtFirst() {
    assertThat(habits.energy(ANNA, 0.5, Energy.ZERO)).isEmpty();
    assertThat(habits.stay(ANNA, 0.25, Duration.ZERO)).isEmpty();
  }

  @Test
  void expectsOfSomebodyKnownWhatTheyTook() {
    comes(4, ANNA, 9, 30);
    comes(20, STRANGER, 2, 8);

    var energy = habits.energy(new Guest(Optional.of(new IdToken("ANNA")), HALL), 0.5, Energy.ZERO);

    assertThat(energy).contains(Energy.ofKilowattHours(30));
    assertThat(habits.stay(ANNA, 0.25, Duration.ZERO)).contains(Duration.ofHours(9));
  }

  @Test
  void expectsOfAStrangerWhatIsUsualAtTheEvse() {
    comes(12, STRANGER, 2, 8);
    comes(30, new Guest(Optional.empty(), HALL), 5, 20);

    assertThat(habits.energy(STRANGER, 0.5, Energy.ZERO)).contains(Energy.ofKilowattHours(8));
  }

  @Test
  void expectsAtANewEvseWhatIsUsualOnTheSite() {
    comes(12, STRANGER, 2, 8);

    assertThat(habits.energy(new Guest(Optional.empty(), HALL), 0.5, Energy.ZERO))
        .contains(Energy.ofKilowattHours(8));
  }

  @Test
  void leavesOutVisitsThatAreOutdone() {
    comes(12, STRANGER, 2, 8);
    comes(12, STRANGER, 5, 20);

    assertThat(habits.energy(STRANGER, 0, Energy.ofKilowattHours(9)))
        .contains(Energy.ofKilowattHours(20));
    assertThat(habits.stay(STRANGER, 0, Duration.ofHours(3))).contains(Duration.ofHours(5));
    assertThat(habits.stay(STRANGER, 0, Duration.ofHours(6))).isEmpty();
  }

  @Test
  void tellsTheQuantileThatIsAskedFor() {
    for (int hours = 1; hours <= 13; hours++) {
      comes(1, STRANGER, hours, hours);
    }

    assertThat(habits.stay(STRANGER, 0.25, Duration.ZERO)).contains(Duration.ofHours(4));
    assertThat(habits.stay(STRANGER, 0.5, Duration.ZERO)).contains(Duration.ofHours(7));
  }

  private void comes(int times, Guest guest, int hours, double kilowattHours) {
    for (int i = 0; i < times; i++) {
      habits.learn(guest, Duration.ofHours(hours), Energy.ofKilowattHours(kilowattHours));
    }
  }
}
