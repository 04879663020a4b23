package energy.setpoint.app.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.app.web.view.ExchangeDetail.Kind;
import energy.setpoint.core.intent.CallReserve;
import energy.setpoint.core.intent.CapPhases;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.intent.SwitchPhases;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IntentWishTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Interval LEASE = Interval.of(NOON, Duration.ofMinutes(5));
  private static final Voltage VOLTS = Voltage.ofVolts(230);

  @Test
  void saysWhichPhaseAnEvseIsSwitchedTo() {
    var ceiling = new Ceiling(Current.ofAmps(10), 1, VOLTS);
    var wanted = new SwitchPhases(EvseRef.of("s", 2), "tx", ceiling, Optional.of(Phase.L3), LEASE);

    var wish = IntentWish.of(wanted);

    assertThat(wish.kind()).isEqualTo(Kind.SWITCH_PHASES);
    assertThat(wish.detail()).hasValue("on L3");
    assertThat(wish.limitW()).hasValue(2300.0);
    assertThat(wish.validity()).hasValue(LEASE);
  }

  @Test
  void givesTheLimitThatHoldsOnEveryPhaseAndNamesAll() {
    var most = List.of(Current.ofAmps(16), Current.ofAmps(8));

    var wish = IntentWish.of(new CapPhases(EvseRef.of("s", 2), "tx", most, VOLTS, LEASE));

    assertThat(wish.limitA()).hasValue(8.0);
    assertThat(wish.detail()).hasValue("at most [16.0 A, 8.0 A] by phase");
  }

  @Test
  void namesNoEvseWhereTheStationIsMeant() {
    var wish = IntentWish.of(new CallReserve(new StationId("s"), NOON, -2));

    assertThat(wish.evse()).isEmpty();
    assertThat(wish.detail()).hasValue("signal -2");
  }
}
