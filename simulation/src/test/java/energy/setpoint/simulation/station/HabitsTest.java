package energy.setpoint.simulation.station;

import static energy.setpoint.simulation.station.StationBench.amps;
import static energy.setpoint.simulation.station.StationBench.watts;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.simulation.profile.RateUnit;
import energy.setpoint.simulation.station.habit.Composites;
import energy.setpoint.simulation.station.habit.Habits;
import energy.setpoint.simulation.station.habit.Obedience;
import energy.setpoint.simulation.station.habit.Reply;
import energy.setpoint.simulation.station.habit.Rounding;
import energy.setpoint.simulation.station.v16.Messages16;
import energy.setpoint.simulation.station.v201.Messages201;
import energy.setpoint.simulation.station.v21.Messages21;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class HabitsTest {

  private static final String GET = "GetCompositeSchedule";

  private final StationBench bench = StationBench.charging(new Messages21());

  static Stream<MessageSet> versions() {
    return Stream.of(new Messages16(), new Messages201(), new Messages21());
  }

  @ParameterizedTest
  @MethodSource("versions")
  void refusesAnActionWithoutDoingIt(MessageSet messages) {
    StationBench own = StationBench.charging(messages);
    own.station.adopt(Habits.GOOD.with("ClearCache", new Reply.Refuses("Rejected")));

    String status = own.status("ClearCache", "{}");

    assertThat(status).isEqualTo("Rejected");
    own.assertSchemasKept();
  }

  @Test
  void failsAnActionWithACode() {
    bench.station.adopt(Habits.GOOD.with("SetChargingProfile", new Reply.Fails("InternalError")));

    JsonNode answer = bench.ask("SetChargingProfile", limit("'limit': 9"));

    assertThat(answer.path(2).asString("")).isEqualTo("InternalError");
    assertThat(bench.station.profiles()).isEmpty();
  }

  @Test
  void staysSilentWithoutObeying() {
    bench.station.adopt(Habits.GOOD.with("SetChargingProfile", new Reply.Silent(false)));

    bench.engine.call("SetChargingProfile", limit("'limit': 9"));
    bench.live(60);

    assertThat(bench.engine.answered).isEmpty();
    assertThat(bench.amps(1)).isEqualTo(15.942);
  }

  @Test
  void staysSilentAndObeysAllTheSame() {
    bench.station.adopt(Habits.GOOD.with("SetChargingProfile", new Reply.Silent(true)));

    bench.engine.call("SetChargingProfile", limit("'limit': 9"));
    bench.live(60);

    assertThat(bench.engine.answered).isEmpty();
    assertThat(bench.amps(1)).isEqualTo(9);
  }

  @Test
  void answersLate() {
    bench.station.adopt(
        Habits.GOOD.with("SetChargingProfile", new Reply.Late(Duration.ofSeconds(40))));

    String call = bench.engine.call("SetChargingProfile", limit("'limit': 9"));
    bench.live(39);
    boolean early = bench.engine.answered.contains(call);
    bench.live(2);

    assertThat(early).isFalse();
    assertThat(bench.engine.answered).containsExactly(call);
  }

  @Test
  void answersTwice() {
    bench.station.adopt(Habits.GOOD.with("SetChargingProfile", new Reply.Twice()));

    String call = bench.engine.call("SetChargingProfile", limit("'limit': 9"));
    bench.live(2);

    assertThat(bench.engine.answered).containsExactly(call, call);
  }

  @Test
  void garblesAnAnswerAndObeys() {
    bench.station.adopt(Habits.GOOD.with("SetChargingProfile", new Reply.Garbled()));

    bench.engine.call("SetChargingProfile", limit("'limit': 9"));
    bench.live(5);

    assertThat(bench.engine.garbled).hasSize(1);
    assertThat(bench.amps(1)).isEqualTo(9);
  }

  @Test
  void dropsTheConnectionOnAnActionAndComesBack() {
    bench.station.adopt(Habits.GOOD.with("SetChargingProfile", new Reply.Disconnects()));

    bench.engine.call("SetChargingProfile", limit("'limit': 9"));
    bench.transport.settle();
    boolean online = bench.station.snapshot().online();
    bench.live(10);

    assertThat(online).isFalse();
    assertThat(bench.station.snapshot().online()).isTrue();
    assertThat(bench.heard("BootNotification")).hasSize(1);
    assertThat(bench.station.profiles()).isEmpty();
  }

  @Test
  void rebootsInMidTransactionAndKeepsDefaultsOnly() {
    bench.ask(
        "SetChargingProfile",
        bench.profile(8, 0, 0, "TxDefaultProfile", "Absolute", amps("'limit': 10")));
    bench.ask("SetChargingProfile", limit("'limit': 9"));
    bench.station.adopt(Habits.GOOD.with("ClearCache", new Reply.Reboots()));
    String before = bench.transaction(1);

    bench.engine.call("ClearCache", "{}");
    bench.live(2);
    boolean online = bench.station.snapshot().online();
    bench.live(40);

    assertThat(online).isFalse();
    assertThat(bench.transaction(1)).isNotEmpty().isNotEqualTo(before);
    // K01.FR.27.
    assertThat(bench.station.profiles()).extracting(p -> p.id()).containsExactly(8);
    assertThat(bench.amps(1)).isEqualTo(10);
    bench.assertSchemasKept();
  }

  @Test
  void forgetsAllProfilesWithAReboot() {
    bench.ask(
        "SetChargingProfile",
        bench.profile(8, 0, 0, "TxDefaultProfile", "Absolute", amps("'limit': 10")));
    bench.station.adopt(Habits.GOOD.forgettingProfiles());

    bench.station.reboot();
    bench.live(40);

    assertThat(bench.station.profiles()).isEmpty();
    assertThat(bench.amps(1)).isEqualTo(15.942);
  }

  @Test
  void roundsWhatItObeys() {
    bench.ask("SetChargingProfile", limit("'limit': 9.26"));

    double down = obeyed(Obedience.PERFECT.rounding(Rounding.DOWN));
    double up = obeyed(Obedience.PERFECT.rounding(Rounding.UP));
    double tenths = obeyed(Obedience.PERFECT.rounding(Rounding.TENTHS));

    assertThat(down).isEqualTo(9);
    assertThat(up).isEqualTo(10);
    assertThat(tenths).isEqualTo(9.3);
  }

  @Test
  void obeysLate() {
    bench.station.adopt(Habits.GOOD.with(Obedience.PERFECT.after(Duration.ofSeconds(20))));

    bench.ask("SetChargingProfile", limit("'limit': 9"));
    bench.live(16);
    double before = bench.amps(1);
    bench.live(8);

    assertThat(before).isEqualTo(15.942);
    assertThat(bench.amps(1)).isEqualTo(9);
  }

  @Test
  void chargesWithTheLeastWhenItIgnoresALimitOfZero() {
    bench.station.adopt(Habits.GOOD.with(Obedience.PERFECT.ignoringZero()));

    bench.ask("SetChargingProfile", limit("'limit': 0"));
    bench.live(10);

    assertThat(bench.amps(1)).isEqualTo(6);
  }

  @Test
  void acceptsWattsAndObeysOnlyAmperes() {
    bench.station.adopt(Habits.GOOD.with(Obedience.PERFECT.onlyIn(RateUnit.A)));

    String status =
        bench.status(
            "SetChargingProfile",
            bench.profile(1, "TxProfile", "Absolute", watts("'limit': 5000")));
    bench.live(10);

    assertThat(status).isEqualTo("Accepted");
    assertThat(bench.amps(1)).isEqualTo(15.942);
  }

  @Test
  void liesAboutItsCompositeSchedule() {
    bench.ask("SetChargingProfile", limit("'limit': 10"));
    bench.station.adopt(Habits.GOOD.with(new Composites(1.5, false)));

    JsonNode told = bench.ask(GET, "{'evseId': 1, 'duration': 60}");

    assertThat(firstPeriod(told).path("limit").doubleValue()).isEqualTo(15);
  }

  @Test
  void startsPeriodsAtBrokenSeconds() {
    bench.station.adopt(Habits.GOOD.with(new Composites(1, true)));

    JsonNode told = bench.ask(GET, "{'evseId': 1, 'duration': 60}");

    assertThat(firstPeriod(told).path("startPeriod").doubleValue()).isEqualTo(0.5);
  }

  @Test
  void livesByAClockThatIsWrong() {
    bench.station.adopt(Habits.GOOD.withClockSkew(Duration.ofMinutes(-10)));
    bench.live(1);

    bench.ask("TriggerMessage", "{'requestedMessage': 'StatusNotification'}");

    String said = bench.heard("StatusNotification").getLast().path("timestamp").asString("");
    Instant behind = bench.now.minus(Duration.ofMinutes(10));
    assertThat(Instant.parse(said)).isBetween(behind.minusSeconds(2), behind);
  }

  private double obeyed(Obedience obedience) {
    bench.station.adopt(Habits.GOOD.with(obedience));
    bench.live(5);
    return bench.amps(1);
  }

  private String limit(String period) {
    return bench.profile(1, "TxProfile", "Absolute", amps(period));
  }

  private static JsonNode firstPeriod(JsonNode answer) {
    return answer.path("schedule").path("chargingSchedulePeriod").path(0);
  }
}
