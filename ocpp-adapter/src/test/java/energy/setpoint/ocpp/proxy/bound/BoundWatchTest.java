package energy.setpoint.ocpp.proxy.bound;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.ocpp.composite.CompositeDialect;
import energy.setpoint.ocpp.proxy.limit.PowerPaths;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.stats.ProxyCounters;
import energy.setpoint.ocpp.v16.composite.Composite16;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class BoundWatchTest {

  private static final Instant TEN = Instant.parse("2026-06-01T10:00:00Z");

  private final CompositeDialect version = new Composite16();
  private final ProfileBook book = new ProfileBook(version.rules());
  private final List<Runnable> alarms = new ArrayList<>();
  private final Queue<Runnable> mailbox = new ArrayDeque<>();
  private final List<String> changes = new ArrayList<>();
  private final BoundWatch watch =
      new BoundWatch(
          book,
          new ComposedBound(
              book, version.rules(), new KnownTo(), new PowerPaths(), new ProxyCounters()),
          () -> TEN,
          (delay, work) -> {
            alarms.add(work);
            return () -> alarms.remove(work);
          },
          mailbox::add,
          () -> changes.add("changed"));

  @BeforeEach
  void installAProfileThatEndsAtFivePast() throws RpcException {
    String profile =
        "{\"chargingProfileId\":1,\"stackLevel\":0,\"chargingProfilePurpose\":\"TxDefaultProfile\","
            + "\"chargingProfileKind\":\"Relative\",\"validTo\":\"2026-06-01T10:05:00Z\","
            + "\"chargingSchedule\":{\"chargingRateUnit\":\"A\","
            + "\"chargingSchedulePeriod\":[{\"startPeriod\":0,\"limit\":8}]}}";
    String payload = "{\"connectorId\":0,\"csChargingProfiles\":" + profile + "}";
    book.install(version.readProfile(JsonMapper.shared().readTree(payload)));
  }

  @Test
  void setsItsAlarmAnewEachTimeItRings() {
    watch.rearm();

    ring();
    mailbox.remove().run();

    assertThat(changes).hasSize(1);
    assertThat(alarms).hasSize(1);
  }

  @Test
  void isSilentOnceItHasEndedAlsoWhenItsAlarmHadGoneOffBefore() {
    watch.rearm();
    ring();

    watch.end();
    mailbox.remove().run();

    assertThat(changes).isEmpty();
    assertThat(alarms).isEmpty();
  }

  private void ring() {
    alarms.removeFirst().run();
  }
}
