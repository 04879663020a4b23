package energy.setpoint.ocpp.composite.rate;

import java.util.Optional;

/**
 * Which phases may be used.
 *
 * @param count how many, 1 to 3
 * @param chosen the one to be used when there is one
 * @param each true when somebody gave phases values of their own (2.1 K08.FR.09)
 */
record PhaseUse(int count, Optional<Integer> chosen, boolean each) {

  static PhaseUse of(int count) {
    return new PhaseUse(count, Optional.empty(), false);
  }

  /** The fewest phases hold (2.1 errata K01.FR.140). */
  PhaseUse under(PhaseUse other) {
    return new PhaseUse(Math.min(count, other.count), chosen.or(other::chosen), each || other.each);
  }

  /** What flows, through no more phases than these. */
  Flow narrow(Flow flow) {
    return count == 1 ? flow.throughOne(chosen) : flow.through(count);
  }

  /** Without what has no meaning: a choice among several, values for each of one. */
  PhaseUse settled() {
    return count == 1
        ? new PhaseUse(1, chosen, false)
        : new PhaseUse(count, Optional.empty(), each);
  }
}
