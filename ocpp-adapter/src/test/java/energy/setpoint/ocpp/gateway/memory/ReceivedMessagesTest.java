package energy.setpoint.ocpp.gateway.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceivedMessagesTest {

  private static final Instant START = Instant.parse("2026-06-01T10:00:00Z");

  private final ReceivedMessages messages = new ReceivedMessages(1000);

  @Test
  void keepsTheLastFiftyOfAnAction() {
    for (int i = 0; i < 60; i++) {
      messages.add(message(i, "Heartbeat", 1));
    }

    List<ReceivedMessage> kept = messages.list();

    assertThat(kept).hasSize(50);
    assertThat(kept.getFirst().at()).isEqualTo(START.plusSeconds(59));
    assertThat(kept.getLast().at()).isEqualTo(START.plusSeconds(10));
  }

  @Test
  void doesNotLetMeasurementsPushAReportOut() {
    messages.add(message(0, "NotifyReport", 300));
    for (int i = 1; i < 40; i++) {
      messages.add(message(i, "MeterValues", 100));
    }

    assertThat(messages.list()).filteredOn(it -> it.action().equals("NotifyReport")).hasSize(1);
    assertThat(messages.list().stream().mapToInt(it -> it.payload().length()).sum())
        .isLessThanOrEqualTo(1000);
  }

  @Test
  void refusesAMessageThatIsLargerThanAllItsRoom() {
    boolean kept = messages.add(message(0, "NotifyReport", 1001));

    assertThat(kept).isFalse();
    assertThat(messages.list()).isEmpty();
  }

  private static ReceivedMessage message(int second, String action, int characters) {
    return new ReceivedMessage(START.plusSeconds(second), action, "x".repeat(characters));
  }
}
