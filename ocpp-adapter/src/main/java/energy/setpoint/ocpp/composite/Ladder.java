package energy.setpoint.ocpp.composite;

import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.composite.rate.Envelope;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The profiles of one purpose in one place. At each moment the one with the highest stack level
 * that says something leads (K01.FR.17, 1.6 section 3.13.2).
 */
final class Ladder {

  private static final Comparator<ProfileInUse> HIGHEST_FIRST =
      Comparator.comparingInt((ProfileInUse use) -> use.profile().stackLevel())
          .thenComparingInt(use -> use.profile().evseId())
          .reversed();

  private final List<ProfileInUse> steps;

  Ladder(List<ProfileInUse> profiles) {
    steps = profiles.stream().sorted(HIGHEST_FIRST).toList();
  }

  /** What the leading profile says; all of them, when several are on its level. */
  Optional<Envelope> leadingAt(Instant moment) {
    Optional<Envelope> leading = Optional.empty();
    for (int i = 0; i < steps.size(); i++) {
      if (leading.isPresent() && HIGHEST_FIRST.compare(steps.get(i - 1), steps.get(i)) < 0) {
        return leading;
      }
      Optional<Envelope> says = steps.get(i).at(moment);
      leading = leading.map(l -> says.map(l::or).orElse(l)).or(() -> says);
    }
    return leading;
  }

  void changes(Interval window, Consumer<Instant> moments) {
    steps.forEach(step -> step.changes(window, moments));
  }
}
