package energy.setpoint.ocpp.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.intent.AdjustSetpoint;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.Pace;
import energy.setpoint.core.intent.Setpoint;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.Dialects;
import energy.setpoint.ocpp.dialect.trait.Fact;
import energy.setpoint.ocpp.dialect.trait.StationTraits.Ability;
import energy.setpoint.ocpp.dialect.trait.StationTraits.OperationMode;
import energy.setpoint.ocpp.dialect.trait.TraitClaims;
import energy.setpoint.ocpp.rpc.transport.Transport;
import energy.setpoint.ocpp.stats.OcppCounters;
import energy.setpoint.ocpp.traits.Quirks;
import energy.setpoint.ocpp.traits.StationKnowledge;
import energy.setpoint.ocpp.traits.Told;
import energy.setpoint.ocpp.traits.Wiring;
import energy.setpoint.ocpp.v21.Ocpp21Dialect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A setpoint on its way to a station that tells other traits meanwhile: A first, and then W. */
class MovedSetpointTest {

  private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
  private static final Interval LEASE = Interval.of(NOW, Duration.ofMinutes(2));
  private static final EvseRef EVSE = EvseRef.of("CP1", 1);
  private static final Setpoint SETPOINT = new Setpoint(Power.ofWatts(6900));
  private static final Ceiling CEILING = new Ceiling(Current.ofAmps(10), 3, Voltage.ofVolts(230));

  private final List<String> sent = new ArrayList<>();
  private final StationKnowledge knowledge =
      new StationKnowledge(
          new Wiring(
              false,
              1,
              new TraitClaims.Builder()
                  .ability(Ability.DYNAMIC_PROFILES, true)
                  .operationModes(Set.of(OperationMode.CENTRAL_SETPOINT))
                  .build()),
          Quirks.NONE,
          Dialects.bundled(),
          Optional.empty());
  private final OcppGateway gateway = gateway();
  private final StationLink link =
      gateway.attach(EVSE.station(), new Ocpp21Dialect(), wire(), (delay, work) -> () -> {});

  @Test
  void isMovedByAShortMessageWhileNothingChanges() {
    follow();

    adjust();

    assertThat(sent.getFirst()).contains("SetChargingProfile", "\"chargingRateUnit\":\"A\"");
    assertThat(sent.getLast()).contains("UpdateDynamicSchedule", "\"setpoint\":10");
  }

  /** The message does not name its unit: 2300 W would be read as 2300 A. */
  @Test
  void isMovedByANewProfileWhenItsUnitIsAnotherOne() {
    follow();
    knowledge.learned(watts());

    adjust();

    assertThat(sent.getLast())
        .contains("SetChargingProfile", "\"chargingRateUnit\":\"W\"", "\"setpoint\":2300");
  }

  @Test
  void isToldInTheUnitOfItsProfileToAStationThatAsks() {
    follow();
    knowledge.learned(watts());

    link.receive("[2,\"p\",\"PullDynamicScheduleUpdate\",{\"chargingProfileId\":480001}]");

    assertThat(sent.getLast()).startsWith("[3,\"p\"").contains("\"setpoint\":10");
  }

  private void follow() {
    gateway.send(new FollowSetpoint(EVSE, "7", SETPOINT, CEILING, Pace.FAST, LEASE));
    link.receive("[3,\"m1\",{\"status\":\"Accepted\"}]");
  }

  private void adjust() {
    gateway.send(new AdjustSetpoint(EVSE, "7", SETPOINT, CEILING, LEASE));
  }

  private static Told watts() {
    return new Told(
        "ocpp2.1",
        Optional.empty(),
        NOW,
        true,
        List.of(Fact.of("SmartChargingCtrlr.RateUnit", "W")));
  }

  private OcppGateway gateway() {
    var ids = new AtomicInteger();
    return new OcppGateway(
        new Fleet(Map.of(new StationId("CP1"), knowledge), Optional.empty(), (id, told) -> {}),
        new EngineSide(event -> {}, () -> 1, (station, token) -> true, () -> NOW),
        GatewaySettings.DEFAULT,
        FrameTaps.NONE,
        new OcppCounters(),
        () -> "m" + ids.incrementAndGet());
  }

  private Transport wire() {
    return new Transport() {
      @Override
      public void send(String text) {
        sent.add(text);
      }

      @Override
      public void close(int code, String reason) {}
    };
  }
}
