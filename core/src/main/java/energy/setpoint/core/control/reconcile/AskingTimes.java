package energy.setpoint.core.control.reconcile;

import energy.setpoint.core.port.ScheduleAnswer;
import energy.setpoint.core.reconcile.DeviceLedger;
import energy.setpoint.core.reconcile.Disobedience;
import energy.setpoint.core.site.EvseRef;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * When each EVSE is asked what it holds: after every eighth confirmation, the first among them; ten
 * minutes after the last time in any case; and soon where it does not seem to obey.
 */
final class AskingTimes {

  private static final Duration BEAT = Duration.ofMinutes(10);
  private static final Duration SOON = Duration.ofSeconds(20);

  /** A station that cannot say may have been updated meanwhile. */
  private static final Duration PAUSE_OF_THE_UNABLE = Duration.ofHours(1);

  private static final int SAMPLED = 8;

  private final Map<EvseRef, Asked> last = new HashMap<>();

  /** When a question was put, at how many confirmations, and when there may be another. */
  private record Asked(Instant at, long confirmations, Instant notBefore, boolean open) {}

  boolean isDue(EvseRef evse, DeviceLedger ledger, Instant now) {
    long confirmations = ledger.counts().accepted();
    Asked asked = last.get(evse);
    if (confirmations == 0 || asked == null) {
      return confirmations > 0;
    }
    if (asked.open() || now.isBefore(asked.notBefore())) {
      return false;
    }
    boolean sampled = confirmations - asked.confirmations() >= SAMPLED;
    return sampled || !now.isBefore(asked.at().plus(BEAT)) || isSuspicious(ledger, now);
  }

  private static boolean isSuspicious(DeviceLedger ledger, Instant now) {
    return ledger.findDisobedience(now).map(Disobedience::kind).stream()
        .anyMatch(
            kind -> kind == Disobedience.Kind.HOLDS_MORE || kind == Disobedience.Kind.DRAWS_MORE);
  }

  void asking(EvseRef evse, long confirmations, Instant now) {
    last.put(evse, new Asked(now, confirmations, now.plus(SOON), true));
  }

  void answered(EvseRef evse, ScheduleAnswer answer, Instant now) {
    Duration pause =
        switch (answer) {
          case ScheduleAnswer.Refused _, ScheduleAnswer.NotAsked _ -> PAUSE_OF_THE_UNABLE;
          case ScheduleAnswer.Unanswered _, ScheduleAnswer.Senseless _ -> BEAT;
          case ScheduleAnswer.Reported _ -> SOON;
        };
    last.computeIfPresent(
        evse, (_, asked) -> new Asked(asked.at(), asked.confirmations(), now.plus(pause), false));
  }
}
