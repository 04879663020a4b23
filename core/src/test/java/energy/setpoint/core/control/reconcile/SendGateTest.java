package energy.setpoint.core.control.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.control.loop.FakeDepot;
import energy.setpoint.core.site.StationId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SendGateTest {

  private static final StationId ONE = new StationId("s1");
  private static final StationId OTHER = new StationId("s2");
  private static final Instant NOW = Instant.parse("2026-01-05T18:00:00Z");

  private final SendGate gate = new SendGate(new FakeDepot(100, 2, 6).site);

  @Test
  void letsAStationHaveAFewMessagesAtOnceAndThenOneInTwoSeconds() {
    int atOnce = admitted(NOW);
    int twoSecondsLater = admitted(NOW.plusSeconds(2));
    int anHourLater = admitted(NOW.plusSeconds(3600));

    assertThat(atOnce).isEqualTo(3);
    assertThat(twoSecondsLater).isEqualTo(1);
    assertThat(anHourLater).isEqualTo(3);
  }

  @Test
  void doesNotCountTheMessagesOfAnotherStation() {
    admitted(NOW);

    boolean other = gate.admits(OTHER, false, NOW);

    assertThat(other).isTrue();
  }

  @Test
  void makesThoseThatNeedNotPassWaitForThoseThatMust() {
    for (int i = 0; i < 10; i++) {
      gate.force(ONE, NOW);
    }

    assertThat(gate.admits(ONE, false, NOW)).isFalse();
    assertThat(gate.admits(ONE, false, NOW.plusSeconds(2))).isTrue();
  }

  @Test
  void keepsPlacesForOthersWhileManyStationsAreSilent() {
    for (int i = 0; i < 64; i++) {
      gate.left();
    }

    boolean anotherRetry = gate.admits(ONE, true, NOW);
    boolean first = gate.admits(ONE, false, NOW);

    assertThat(anotherRetry).isFalse();
    assertThat(first).isTrue();
  }

  @Test
  void stopsAtSoManyMessagesOnTheWayUntilOneIsAnswered() {
    for (int i = 0; i < 256; i++) {
      gate.left();
    }
    boolean full = gate.admits(ONE, false, NOW);

    gate.answered();

    assertThat(full).isFalse();
    assertThat(gate.admits(ONE, false, NOW)).isTrue();
  }

  private int admitted(Instant now) {
    int admitted = 0;
    while (gate.admits(ONE, false, now)) {
      admitted++;
    }
    return admitted;
  }
}
