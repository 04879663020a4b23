package energy.setpoint.ocpp.composite.check;

import java.util.ArrayList;
import java.util.List;

/** Collects what a profile breaks of the rules that hold. */
final class Breaches {

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

  List<Breach> all() {
    return List.copyOf(all);
  }
}
