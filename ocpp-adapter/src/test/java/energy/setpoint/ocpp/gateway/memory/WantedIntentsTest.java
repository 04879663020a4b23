package energy.setpoint.ocpp.gateway.memory;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.OfferPriority;
import energy.setpoint.core.intent.Release;
import energy.setpoint.ocpp.dialect.FakeStation;
import energy.setpoint.ocpp.dialect.Intents;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WantedIntentsTest {

  private final WantedIntents wanted = new WantedIntents();
  private final CapPower first = Intents.cap("tx-1", 16);
  private final CapPower second = Intents.cap("tx-1", 10);

  @Test
  void knowsTheLastThatWasSent() {
    wanted.note(first, StationTraits.PLAIN_AC);
    wanted.note(second, StationTraits.PLAIN_AC);

    assertThat(wanted.find(second.evse())).hasValue(second);
  }

  @Test
  void goesBackToWhatHoldsWhenTheStationRefuses() {
    wanted.note(first, StationTraits.PLAIN_AC);
    wanted.note(second, StationTraits.PLAIN_AC);

    wanted.retract(second);

    assertThat(wanted.find(second.evse())).hasValue(first);
  }

  @Test
  void forgetsWhatWasReleased() {
    wanted.note(first, StationTraits.PLAIN_AC);

    wanted.note(new Release(first.evse()), StationTraits.PLAIN_AC);

    assertThat(wanted.find(first.evse())).isEmpty();
  }

  @Test
  void leavesEvsesAloneWhenTheStationAsAWholeIsMeant() {
    ChargingIntent fallback = Intents.fallback(6);
    wanted.note(first, StationTraits.PLAIN_AC);

    wanted.note(fallback, StationTraits.PLAIN_AC);

    assertThat(wanted.find(FakeStation.evse(2))).hasValue(first);
  }

  @Test
  void expectsOfAStationOnlyWhatItAcceptedForTheTransactionThatRuns() {
    CapPower earlier = new CapPower(FakeStation.evse(1), "tx-0", first.ceiling(), first.validity());
    ChargingIntent fallback = Intents.fallback(6);
    for (ChargingIntent intent : List.of(first, earlier, fallback)) {
      wanted.note(intent, StationTraits.PLAIN_AC);
      wanted.accepted(intent);
    }
    var unanswered = new OfferPriority(FakeStation.ID, first.ceiling());
    wanted.note(unanswered, StationTraits.PLAIN_AC);

    var expected = wanted.listAccepted(FakeStation.NOON, evse -> Optional.of("tx-1"));

    assertThat(expected).containsExactlyInAnyOrder(first, fallback);
  }

  @Test
  void knowsByWhichTraitsItWasSentAlsoWhenTheNextOneIsRefused() {
    wanted.note(first, StationTraits.PLAIN_DC);
    wanted.note(second, StationTraits.PLAIN_AC);

    wanted.retract(second);

    assertThat(wanted.findTraits(first.evse())).hasValue(StationTraits.PLAIN_DC);
  }
}
