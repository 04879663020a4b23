package energy.setpoint.core.forecast;

import static energy.setpoint.core.forecast.PastSessions.ZONE;
import static energy.setpoint.core.forecast.PastSessions.announced;
import static energy.setpoint.core.forecast.PastSessions.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.quantity.Energy;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StatementTrustTest {

  private static final Instant ARRIVAL = at("2019-03-20", "09:00");

  private final StatementTrust trust = new StatementTrust(ZONE);

  @Test
  void believesTheEnergyAndAllowsForLeavingEarlyUntilItHasSeenADozenSessions() {
    for (int i = 0; i < 11; i++) {
      trust.learn(announced("2019-03-04", "09:00", 4, 10, 8, 20));
    }

    assertThat(trust.energy(kwh(30), Energy.ZERO)).isEqualTo(kwh(30));
    assertThat(trust.departure(ARRIVAL, after(8), ARRIVAL)).isEqualTo(after(6.8));
  }

  @Test
  void expectsTheShareThatOthersTookAndStayed() {
    for (int i = 0; i < 12; i++) {
      trust.learn(announced("2019-03-04", "09:00", 4, 10, 8, 20));
    }

    assertThat(trust.energy(kwh(30), Energy.ZERO).kilowattHours()).isCloseTo(15, within(0.01));
    assertThat(trust.departure(ARRIVAL, after(6), ARRIVAL)).isEqualTo(after(3));
  }

  @Test
  void expectsMoreOfWhoHasTakenMoreThanMostOthers() {
    for (int i = 0; i < 12; i++) {
      trust.learn(announced("2019-03-04", "09:00", 4, 10, 8, 20));
      trust.learn(announced("2019-03-04", "09:00", 7, 18, 8, 20));
    }

    assertThat(trust.energy(kwh(20), kwh(11)).kilowattHours()).isCloseTo(18, within(0.01));
    assertThat(trust.departure(ARRIVAL, after(8), after(5))).isEqualTo(after(7));
  }

  @Test
  void reckonsWithWhoIsStillThereAfterTheTimeItSaid() {
    for (int i = 0; i < 12; i++) {
      trust.learn(announced("2019-03-04", "09:00", 8, 10, 4, 20));
    }

    assertThat(trust.departure(ARRIVAL, after(4), after(3))).isEqualTo(after(4));
    assertThat(trust.departure(ARRIVAL, after(4), after(5))).isEqualTo(after(8));
  }

  private static Energy kwh(double value) {
    return Energy.ofKilowattHours(value);
  }

  private static Instant after(double hours) {
    return ARRIVAL.plus(Duration.ofMinutes(Math.round(hours * 60)));
  }
}
