package energy.setpoint.optimizer.portfolio;

import energy.setpoint.core.time.PowerCurve;
import java.util.List;

/**
 * Proposals of one site, mixed.
 *
 * @param weights one for each proposal, at least 0; they add up to 1
 */
record Blend(List<Proposal> proposals, double[] weights) {

  /** Whether nothing but one proposal is in it. */
  boolean isOnly(Proposal proposal) {
    int at = proposals.indexOf(proposal);
    return at >= 0 && weights[at] > 1 - 1e-9;
  }

  /** The proposal that has the largest part in it. */
  Proposal heaviest() {
    int heaviest = 0;
    for (int i = 1; i < weights.length; i++) {
      heaviest = weights[i] > weights[heaviest] ? i : heaviest;
    }
    return proposals.get(heaviest);
  }

  /** The site's grid power, over its own grid. */
  PowerCurve gridPower() {
    return mean(proposals.stream().map(p -> p.plan().gridPower()).toList());
  }

  /**
   * The weighted mean of something that each proposal has.
   *
   * @param curves one for each proposal
   */
  PowerCurve mean(List<PowerCurve> curves) {
    return PowerCurve.generate(
        curves.getFirst().grid(),
        step -> {
          double watts = 0;
          for (int i = 0; i < weights.length; i++) {
            watts += weights[i] * curves.get(i).watts(step);
          }
          return watts;
        });
  }
}
