package energy.setpoint.ocpp.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import energy.setpoint.core.event.ExternalLimit;
import energy.setpoint.core.event.ExternalLimit.Bound;
import energy.setpoint.core.event.ExternalLimit.Period;
import energy.setpoint.core.event.ExternalLimitEvent;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.rpc.frame.RpcErrorCode;
import energy.setpoint.ocpp.v201.Ocpp201Dialect;
import energy.setpoint.ocpp.v21.Ocpp21Dialect;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Limits of others that a station announces (use cases K11 to K13), in both versions. */
class ExternalLimitsTest {

  static final List<OcppDialect> DIALECTS = List.of(new Ocpp201Dialect(), new Ocpp21Dialect());

  private static final Instant NOON = FakeStation.NOON;

  private final FakeStation station = new FakeStation();

  /** K12.FR.03: the schedule stands on the calendar; K11.FR.05 leaves the source to the station. */
  @ParameterizedTest
  @FieldSource("DIALECTS")
  void understandsAnAnnouncedLimitWithItsSchedule(OcppDialect dialect) throws RpcException {
    JsonNode notice =
        json(
            """
            {"evseId":2,"chargingLimit":{"chargingLimitSource":"SO","isGridCritical":true},
             "chargingSchedule":[{"id":1,"chargingRateUnit":"A","duration":7200,
               "startSchedule":"2026-11-01T12:00:00Z",
               "chargingSchedulePeriod":[{"startPeriod":0,"limit":16},
                                         {"startPeriod":3600,"limit":0}]}]}
            """);

    var handled = dialect.handle("NotifyChargingLimit", notice, station);

    assertThat(handled.events())
        .containsExactly(
            new ExternalLimitEvent.Announced(
                FakeStation.ID,
                NOON,
                OptionalInt.of(2),
                new ExternalLimit(
                    "SO",
                    true,
                    false,
                    List.of(
                        amperes(NOON, NOON.plusSeconds(3600), 16),
                        amperes(NOON.plusSeconds(3600), NOON.plusSeconds(7200), 0)))));
  }

  @ParameterizedTest
  @FieldSource("DIALECTS")
  void takesALimitWithoutTimesForOneThatHoldsFromNowOn(OcppDialect dialect) throws RpcException {
    JsonNode notice =
        json(
            """
            {"chargingLimit":{"chargingLimitSource":"EMS"},
             "chargingSchedule":[{"id":1,"chargingRateUnit":"W",
               "chargingSchedulePeriod":[{"startPeriod":0,"limit":7000}]}]}
            """);

    var handled = dialect.handle("NotifyChargingLimit", notice, station);

    var announced = (ExternalLimitEvent.Announced) handled.events().getFirst();
    assertThat(announced.evseNumber()).isEmpty();
    assertThat(announced.limit().periods())
        .containsExactly(
            new Period(
                new Interval(NOON, Instant.parse("9999-12-31T00:00:00Z")),
                new Bound.Watts(Power.ofWatts(7000))));
  }

  /** K13.FR.02. */
  @ParameterizedTest
  @FieldSource("DIALECTS")
  void understandsThatALimitIsGone(OcppDialect dialect) throws RpcException {
    var handled =
        dialect.handle(
            "ClearedChargingLimit", json("{\"chargingLimitSource\":\"SO\",\"evseId\":2}"), station);

    assertThat(handled.events())
        .containsExactly(
            new ExternalLimitEvent.Cleared(FakeStation.ID, NOON, OptionalInt.of(2), "SO"));
  }

  @ParameterizedTest
  @FieldSource("DIALECTS")
  void refusesAnEvseThatCannotBe(OcppDialect dialect) {
    var refusal =
        catchThrowableOfType(
            RpcException.class,
            () ->
                dialect.handle(
                    "ClearedChargingLimit",
                    json("{\"chargingLimitSource\":\"SO\",\"evseId\":-1}"),
                    station));

    assertThat(refusal.code()).isEqualTo(RpcErrorCode.PROPERTY_CONSTRAINT_VIOLATION);
  }

  @ParameterizedTest
  @FieldSource("DIALECTS")
  void survivesALimitAtTheEndOfTime(OcppDialect dialect) throws RpcException {
    JsonNode notice =
        json(
            """
            {"chargingLimit":{"chargingLimitSource":"EMS"},
             "chargingSchedule":[{"id":1,"chargingRateUnit":"W","duration":2147483647,
               "startSchedule":"9998-12-31T23:59:59Z",
               "chargingSchedulePeriod":[{"startPeriod":2147483647,"limit":7000}]}]}
            """);

    var handled = dialect.handle("NotifyChargingLimit", notice, station);

    var announced = (ExternalLimitEvent.Announced) handled.events().getFirst();
    assertThat(announced.limit().periods()).isEmpty();
  }

  @Test
  void takesTheHighestPhaseForABoundOfEach() throws RpcException {
    JsonNode notice =
        json(
            """
            {"chargingLimit":{"chargingLimitSource":"EMS","isLocalGeneration":true},
             "chargingSchedule":[{"id":1,"chargingRateUnit":"A","duration":60,
               "chargingSchedulePeriod":[
                 {"startPeriod":0,"limit":6,"limit_L2":10,"limit_L3":8}]}]}
            """);

    var handled = new Ocpp21Dialect().handle("NotifyChargingLimit", notice, station);

    var announced = (ExternalLimitEvent.Announced) handled.events().getFirst();
    assertThat(announced.limit().localGeneration()).isTrue();
    assertThat(announced.limit().periods())
        .containsExactly(amperes(NOON, NOON.plusSeconds(60), 10));
  }

  private static Period amperes(Instant from, Instant until, double amps) {
    return new Period(new Interval(from, until), new Bound.Amperes(Current.ofAmps(amps)));
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
