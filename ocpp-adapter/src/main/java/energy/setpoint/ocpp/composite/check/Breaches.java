package energy.setpoint.ocpp.composite.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what a profile breaks of the rules that hold. */
final class Breaches {

  private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

  private final RuleBook book;
  private final List<Breach> all = new ArrayList<>();

  Breaches(RuleBook book) {
    this.book = book;
  }

  ProfilePath path() {
    return book.path();
  }

  /**
   * Notes a breach, if the version has the rule.
   *
   * @param kept true when there is none
   * @param value what stands there
   */
  void require(ProfileRule rule, boolean kept, String pointer, Object value) {
    if (!kept && book.written().containsKey(rule)) {
      String detail = "This is %s, but %s (%s).";
      all.add(new Breach(pointer, detail.formatted(value, rule.words(), book.written().get(rule))));
    }
  }

  /**
   * Notes a time that cannot be meant, whatever the version says; calculating with it might fail.
   *
   * @param time what stands there, if anything
   */
  void requireOurEra(Optional<Instant> time, String pointer) {
    time.filter(at -> at.isBefore(Instant.EPOCH) || !at.isBefore(END))
        .ifPresent(at ->
            all.add(
                new Breach(
                    pointer, "This is %s, but must lie in the years 1970 to 2199.".formatted(at))));
  }

  List<Breach> all() {
    return List.copyOf(all);
  }
}
