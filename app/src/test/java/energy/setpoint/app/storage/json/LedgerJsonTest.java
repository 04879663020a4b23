package energy.setpoint.app.storage.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import energy.setpoint.core.intent.OperatingMode;
import energy.setpoint.core.intent.OperatingMode.CurvePoint;
import energy.setpoint.core.order.Manner;
import energy.setpoint.core.order.StandingOrder;
import energy.setpoint.core.port.LedgerEntry;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.reconcile.Allowance;
import energy.setpoint.core.reconcile.AnswerCounts;
import energy.setpoint.core.reconcile.Disobedience;
import energy.setpoint.core.reconcile.HeldLimit;
import energy.setpoint.core.reconcile.Overruling;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LedgerJsonTest {

  private static final Instant NOW = Instant.parse("2026-01-05T18:00:00Z");
  private static final EvseRef EVSE = EvseRef.of("depot-21-dc", 2);

  @Test
  void writesAndReadsAllThatIsKnownOfAnEvse() {
    var entry =
        new LedgerEntry(
            EVSE,
            new AnswerCounts(1, 2, 3, 4, 5),
            Optional.of(new Disobedience(Disobedience.Kind.HOLDS_MORE, "reports 16 A", NOW, 3)),
            Optional.of(
                new HeldLimit(
                    NOW,
                    Current.ofAmps(16.1),
                    Current.ofAmps(4),
                    Allowance.ofSigned(Current.ofAmps(-10)),
                    HeldLimit.Verdict.HOLDS_MORE)),
            Set.of(Overruling.PRIORITY, Overruling.GRID));

    var read = LedgerJson.read(LedgerJson.write(entry));

    assertThat(read).isEqualTo(entry);
  }

  @Test
  void writesAndReadsAnEvseThatObeysAndSaidNothing() {
    var entry =
        new LedgerEntry(EVSE, AnswerCounts.NONE, Optional.empty(), Optional.empty(), Set.of());

    var read = LedgerJson.read(LedgerJson.write(entry));

    assertThat(read).isEqualTo(entry);
  }

  static List<Manner> manners() {
    return List.of(
        new Manner.ActByItself(
            new OperatingMode.LocalFrequency(
                Power.ofWatts(10),
                List.of(
                    new CurvePoint(49.8, Power.ofWatts(-2300)),
                    new CurvePoint(50.2, Power.ofWatts(2300))),
                List.of()),
            Current.ofAmps(16)),
        new Manner.OnPhases(1, Optional.of(Phase.L3)),
        new Manner.OnPhases(3, Optional.empty()),
        new Manner.EachPhase(List.of(Current.ofAmps(6), Current.ofAmps(16))));
  }

  @ParameterizedTest
  @MethodSource("manners")
  void writesAndReadsWhatAnOperatorOrdered(Manner manner) {
    var order = new StandingOrder(EVSE, "tx-7", manner, Interval.of(NOW, Duration.ofHours(2)));
    var entry =
        new LedgerEntry(
            EVSE,
            AnswerCounts.NONE,
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Optional.of(order));

    var read = LedgerJson.read(LedgerJson.write(entry));

    assertThat(read).isEqualTo(entry);
  }

  @Test
  void refusesADocumentOfANewerEngine() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LedgerJson.read("{\"v\": 2}"))
        .withMessageContaining("version 2");
  }
}
