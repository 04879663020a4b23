package energy.setpoint.app.storage.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import energy.setpoint.core.port.LedgerEntry;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.reconcile.Allowance;
import energy.setpoint.core.reconcile.AnswerCounts;
import energy.setpoint.core.reconcile.Disobedience;
import energy.setpoint.core.reconcile.HeldLimit;
import energy.setpoint.core.reconcile.Overruling;
import energy.setpoint.core.site.EvseRef;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

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

  @Test
  void refusesADocumentOfANewerEngine() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LedgerJson.read("{\"v\": 2}"))
        .withMessageContaining("version 2");
  }
}
