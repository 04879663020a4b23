package energy.setpoint.core.control.loop;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.der.DerControlType;
import energy.setpoint.core.der.GridFault;
import energy.setpoint.core.event.DerEvent;
import energy.setpoint.core.event.ExternalLimit;
import energy.setpoint.core.event.ExternalLimitEvent;
import energy.setpoint.core.event.StationBooted;
import energy.setpoint.core.intent.DerIntent;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.site.StationId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is set at stations beside the limits of the guard, in the loop of a site. */
class StationRequestsTest {

  private static final StationId S1 = new StationId("s1");

  private final FakeDepot depot = new FakeDepot(100, 2, 6);

  @Test
  void tellsWhoAskedWhatTheStationDid() {
    depot.connectAll();
    var intent = new DerIntent.AskForControls(S1, 1);

    var outcome = depot.controller.send(intent).toCompletableFuture().join();

    assertThat(outcome).isInstanceOf(IntentOutcome.Accepted.class);
    assertThat(depot.sent).contains(intent);
    assertThat(depot.controller.counters().intentsAccepted()).isPositive();
  }

  @Test
  void alertsWhileAStationDeviatesFromItsProfile() {
    depot.connectAll();

    depot.controller.on(
        new DerEvent.Alarm(
            S1,
            depot.now,
            DerControlType.VOLT_WATT,
            Optional.of(GridFault.OVER_VOLTAGE),
            false,
            ""));
    depot.run(Duration.ofSeconds(10));

    assertThat(depot.controller.counters().derAlarms()).isOne();
    assertThat(alerts()).contains("Station s1 deviates from its profile: VOLT_WATT, OVER_VOLTAGE.");
  }

  @Test
  void alertsWhileSomebodyElseLimitsAStation() {
    depot.connectAll();

    depot.controller.on(announced(OptionalInt.of(1)));
    depot.run(Duration.ofSeconds(10));

    assertThat(depot.controller.counters().externalLimits()).isOne();
    assertThat(alerts()).contains("EVSE s1/1 is limited by SO.");
  }

  @Test
  void forgetsTheLimitOfAnotherWhenTheStationStartsAnew() {
    depot.connectAll();
    depot.controller.on(announced(OptionalInt.empty()));

    depot.controller.on(new StationBooted(S1, depot.now, "V", "M", ""));

    assertThat(depot.controller.grid().limits().of(S1, depot.now)).isEmpty();
  }

  @Test
  void refusesALimitOfAnEvseThatIsNotThere() {
    depot.controller.on(announced(OptionalInt.of(9)));

    assertThat(depot.controller.counters().strangers()).isOne();
    assertThat(depot.controller.grid().limits().of(S1, depot.now)).isEmpty();
  }

  private ExternalLimitEvent announced(OptionalInt evse) {
    return new ExternalLimitEvent.Announced(
        S1, depot.now, evse, new ExternalLimit("SO", true, false, List.of()));
  }

  private List<String> alerts() {
    return depot.controller.snapshot().orElseThrow().alerts();
  }
}
