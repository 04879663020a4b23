package energy.setpoint.ocpp.gateway.memory;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.Release;
import energy.setpoint.ocpp.dialect.FakeStation;
import energy.setpoint.ocpp.dialect.Intents;
import org.junit.jupiter.api.Test;

class WantedIntentsTest {

  private final WantedIntents wanted = new WantedIntents();
  private final CapPower first = Intents.cap("tx-1", 16);
  private final CapPower second = Intents.cap("tx-1", 10);

  @Test
  void knowsTheLastThatWasSent() {
    wanted.note(first);
    wanted.note(second);

    assertThat(wanted.find(second.evse())).hasValue(second);
  }

  @Test
  void goesBackToWhatHoldsWhenTheStationRefuses() {
    wanted.note(first);
    wanted.note(second);

    wanted.retract(second);

    assertThat(wanted.find(second.evse())).hasValue(first);
  }

  @Test
  void forgetsWhatWasReleased() {
    wanted.note(first);

    wanted.note(new Release(first.evse()));

    assertThat(wanted.find(first.evse())).isEmpty();
  }

  @Test
  void leavesEvsesAloneWhenTheStationAsAWholeIsMeant() {
    ChargingIntent fallback = Intents.fallback(6);
    wanted.note(first);

    wanted.note(fallback);

    assertThat(wanted.find(FakeStation.evse(2))).hasValue(first);
  }
}
