package energy.setpoint.optimizer.portfolio;

import energy.setpoint.core.portfolio.SiteOutcome;

/** Hears how far planning has come. Called by one thread at a time, not always the same. */
@FunctionalInterface
public interface Progress {

  Progress SILENT = (outcome, done, all) -> {};

  /**
   * One more site is done.
   *
   * @param done sites so far, this one included
   */
  void done(SiteOutcome outcome, int done, int all);
}
