package energy.setpoint.ocpp.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.event.TransactionStarted;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.FakeDialect;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.rpc.CallHandler.Reply;
import energy.setpoint.ocpp.rpc.RpcEndpoint;
import energy.setpoint.ocpp.rpc.RpcRules;
import energy.setpoint.ocpp.rpc.transport.MemoryPipe;
import energy.setpoint.ocpp.rpc.turn.Alarm;
import energy.setpoint.ocpp.stats.OcppCounters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Stations and gateway in one thread, over pipes in memory, in virtual time. */
class ReplayTest {

  private static final StationId CP1 = new StationId("CP1");

  @Test
  void playsTheSameGameEveryTime() {
    List<String> first = new Replay().play(200);
    List<String> second = new Replay().play(200);

    assertThat(first).isEqualTo(second).hasSize(200 * 4);
    assertThat(first.subList(0, 4))
        .containsExactly(
            "RECEIVED [2,\"s1\",\"Start\",{\"evse\":1}]",
            "SENT [3,\"s1\",{\"id\":\"1\"}]",
            "SENT [2,\"c1\",\"Cap\",{\"text\":\"1\",\"number\":6000}]",
            "RECEIVED [3,\"c1\",{\"status\":\"Accepted\"}]");
  }

  @Test
  void hasAllOutcomesAsSoonAsTheStationHasSpoken() {
    var replay = new Replay();

    replay.play(50);

    assertThat(replay.outcomes).hasSize(50).allMatch(IntentOutcome.Accepted.class::isInstance);
  }

  /** The engine caps each transaction that starts; the station accepts. */
  private static final class Replay {

    private final List<String> frames = new ArrayList<>();
    private final List<IntentOutcome> outcomes = new ArrayList<>();
    private final MemoryPipe pipe = new MemoryPipe();
    private final OcppGateway gateway;
    private Instant now = Instant.parse("2026-06-01T10:00:00Z");

    Replay() {
      var transactions = new AtomicInteger();
      var calls = new AtomicInteger();
      gateway =
          new OcppGateway(
              Map.of(CP1, StationTraits.PLAIN_AC),
              new EngineSide(
                  this::react, transactions::incrementAndGet, (station, token) -> true, () -> now),
              GatewaySettings.DEFAULT,
              (station, version) -> (direction, raw) -> frames.add(direction + " " + raw),
              new OcppCounters(),
              () -> "c" + calls.incrementAndGet());
    }

    List<String> play(int transactions) {
      var calls = new AtomicInteger();
      var station =
          RpcEndpoint.over(
                  pipe.station(),
                  (action, payload) ->
                      Reply.of(FakeDialect.JSON.createObjectNode().put("status", "Accepted")),
                  new RpcRules(Enum::name, true))
              .messageIds(() -> "s" + calls.incrementAndGet())
              .build();
      pipe.station().deliverTo(station);
      pipe.server()
          .deliverTo(
              gateway.attach(CP1, new FakeDialect("fake1", true), pipe.server(), Alarm.never()));
      for (int i = 0; i < transactions; i++) {
        now = now.plusSeconds(60);
        var unused = station.call("Start", FakeDialect.JSON.createObjectNode().put("evse", 1));
      }
      return frames;
    }

    private void react(StationEvent event) {
      if (event instanceof TransactionStarted started) {
        var ceiling = new Ceiling(Current.ofAmps(6), 3, Voltage.ofVolts(230));
        var lease = new Interval(now, now.plusSeconds(900));
        var unused =
            gateway
                .send(new CapPower(started.evse(), started.transactionId(), ceiling, lease))
                .thenAccept(outcomes::add);
      }
    }
  }
}
