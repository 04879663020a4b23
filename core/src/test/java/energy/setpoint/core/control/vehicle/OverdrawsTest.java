package energy.setpoint.core.control.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.control.OverdrawResponse;
import energy.setpoint.core.reconcile.Disobedience;
import energy.setpoint.core.site.EvseRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One EVSE that is measured every ten seconds. */
class OverdrawsTest {

  private static final EvseRef EVSE = EvseRef.of("s1", 1);
  private static final Instant START = Instant.parse("2026-06-05T12:00:00Z");

  private Overdraws overdraws = new Overdraws(OverdrawResponse.STOP);
  private int times;

  /** Seconds after the start at which the transaction was to be stopped. */
  private final List<Integer> stops = new ArrayList<>();

  @Test
  void withdrawsTheOfferAfterAMinute() {
    drawsTooMuch(0, 50);

    assertThat(overdraws.isPaused(EVSE)).isFalse();

    drawsTooMuch(60, 60);

    assertThat(overdraws.isPaused(EVSE)).isTrue();
    assertThat(stops).isEmpty();
  }

  @Test
  void stopsTheTransactionWhenThatDoesNotHelpAndAgainAfterAMinute() {
    drawsTooMuch(0, 200);

    assertThat(stops).containsExactly(120, 180);
  }

  @Test
  void leavesAVehicleAloneThatKeepsToItsLimitAgain() {
    drawsTooMuch(0, 60);
    for (int second = 70; second < 360; second += 10) {
      look(second, Optional.of(disobedience()));
    }

    assertThat(overdraws.isPaused(EVSE)).as("not trusted for a while").isTrue();
    assertThat(stops).isEmpty();

    look(360, Optional.empty());

    assertThat(overdraws.isPaused(EVSE)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"ALERT", "PAUSE"})
  void goesNoFurtherThanIsWanted(OverdrawResponse utmost) {
    overdraws = new Overdraws(utmost);

    drawsTooMuch(0, 600);

    assertThat(overdraws.isPaused(EVSE)).isEqualTo(utmost == OverdrawResponse.PAUSE);
    assertThat(stops).isEmpty();
  }

  @Test
  void beginsAnewWithTheNextVehicle() {
    drawsTooMuch(0, 60);

    overdraws.forget(EVSE);

    assertThat(overdraws.isPaused(EVSE)).isFalse();
  }

  private void drawsTooMuch(int from, int to) {
    for (int second = from; second <= to; second += 10) {
      times++;
      look(second, Optional.of(disobedience()));
      look(second + 5, Optional.of(disobedience()));
    }
  }

  private void look(int second, Optional<Disobedience> seen) {
    if (overdraws.look(EVSE, seen, START.plusSeconds(second))) {
      stops.add(second);
    }
  }

  private Disobedience disobedience() {
    return new Disobedience(Disobedience.Kind.DRAWS_MORE, "drew 20 A", START, times);
  }
}
