package energy.setpoint.ocpp.dialect.profile;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.RateUnit;
import org.junit.jupiter.api.Test;

class RateLimitTest {

  @Test
  void limitsAlternatingCurrentInAmperesWhereItCan() {
    var limit = RateLimit.of(ceiling(16_000, 3), StationTraits.PLAIN_AC);

    assertThat(limit.unit()).isEqualTo(RateUnit.A);
    assertThat(limit.value()).isEqualTo("16");
    assertThat(limit.losses()).isEmpty();
  }

  @Test
  void roundsDownToOneDecimal() {
    var limit = RateLimit.of(ceiling(13_199, 3), StationTraits.PLAIN_AC);

    assertThat(limit.value()).isEqualTo("13.1");
  }

  @Test
  void allowsThePowerOfOnePhaseWhenTheStationTakesOnlyWatts() {
    var limit = RateLimit.of(ceiling(16_000, 3), traits(RateUnit.W, false));

    assertThat(limit.unit()).isEqualTo(RateUnit.W);
    assertThat(limit.value()).isEqualTo("3680");
    assertThat(limit.losses()).singleElement().asString().contains("3680 W", "11040 W");
  }

  @Test
  void losesNothingInWattsOnASinglePhase() {
    var limit = RateLimit.of(ceiling(16_000, 1), traits(RateUnit.W, false));

    assertThat(limit.value()).isEqualTo("3680");
    assertThat(limit.losses()).isEmpty();
  }

  @Test
  void limitsDirectCurrentInWattsOfAllPhases() {
    var limit = RateLimit.of(ceiling(32_000, 3), traits(RateUnit.W, true));

    assertThat(limit.unit()).isEqualTo(RateUnit.W);
    assertThat(limit.value()).isEqualTo("22080");
    assertThat(limit.losses()).isEmpty();
  }

  @Test
  void assumesTheHighestVoltageWhenADirectCurrentStationTakesOnlyAmperes() {
    var limit = RateLimit.of(ceiling(32_000, 3), traits(RateUnit.A, true));

    assertThat(limit.unit()).isEqualTo(RateUnit.A);
    assertThat(limit.value()).isEqualTo("22");
    assertThat(limit.losses()).isNotEmpty();
  }

  @Test
  void losesNothingByPausing() {
    var limit = RateLimit.of(ceiling(0, 3), traits(RateUnit.W, false));

    assertThat(limit.value()).isEqualTo("0");
    assertThat(limit.losses()).isEmpty();
  }

  private static Ceiling ceiling(long milliamps, int phases) {
    return new Ceiling(Current.ofMilliamps(milliamps), phases, Voltage.ofVolts(230));
  }

  private static StationTraits traits(RateUnit unit, boolean directCurrent) {
    return directCurrent ? StationTraits.direct(unit) : StationTraits.alternating(unit);
  }
}
