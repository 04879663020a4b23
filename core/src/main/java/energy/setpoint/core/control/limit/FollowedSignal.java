package energy.setpoint.core.control.limit;

import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.reading.GridSignalReading;
import energy.setpoint.core.signal.Allowed;
import energy.setpoint.core.signal.GridSignal;
import energy.setpoint.core.signal.SilenceRule;
import java.time.Instant;
import java.util.Optional;

/** What one device said last, and what follows from it now. Confined to the loop. */
final class FollowedSignal {

  private final GridSignal signal;
  private Instant silentFrom;
  private Optional<Heard> last = Optional.empty();

  /** What was said, in words, and what it allows. */
  private record Heard(Allowed allowed, String words) {}

  /** What holds now, and why. */
  record Standing(Allowed allowed, boolean silent, String why) {}

  /**
   * @param start from when the device counts as silent until it is heard
   */
  FollowedSignal(GridSignal signal, Instant start) {
    this.signal = signal;
    this.silentFrom = start;
  }

  GridSignal signal() {
    return signal;
  }

  /** Takes up what it allowed before a restart. It counts as silent since the start. */
  void remember(Optional<Power> limit) {
    last = Optional.of(new Heard(new Allowed(limit), "what it said before the restart"));
  }

  /** Takes what the device says; false when that means nothing, which is as good as silence. */
  boolean hear(GridSignalReading reading) {
    Optional<Allowed> meant = signal.meaning().find(reading.told());
    meant.ifPresent(allowed -> {
      last = Optional.of(new Heard(allowed, signal.meaning().words(reading.told())));
      silentFrom = reading.validUntil();
    });
    return meant.isPresent();
  }

  Standing at(Instant now) {
    if (now.isBefore(silentFrom)) {
      Heard heard = last.orElseThrow();
      return new Standing(heard.allowed(), false, signal.device() + " says " + heard.words());
    }
    String silent = signal.device() + " is silent since " + silentFrom;
    return switch (signal.silence()) {
      case SilenceRule.Keep keep -> keep(keep, silent, now);
      case SilenceRule.Limit rule -> new Standing(Allowed.atMost(rule.limit()), true, silent);
      case SilenceRule.Release _ -> new Standing(Allowed.EVERYTHING, true, silent);
    };
  }

  private Standing keep(SilenceRule.Keep rule, String silent, Instant now) {
    return last.filter(_ -> now.isBefore(silentFrom.plus(rule.lasting())))
        .map(heard ->
            new Standing(heard.allowed(), true, silent + "; " + heard.words() + " still counts"))
        .orElseGet(() -> new Standing(Allowed.atMost(rule.then()), true, silent));
  }
}
