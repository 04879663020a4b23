package energy.setpoint.optimizer.model;

import energy.setpoint.optimizer.linear.Variable;

/**
 * One vehicle's part in a shortfall.
 *
 * @param row that keeps it below the common share
 * @param lacksKwh what it misses when nothing is done
 */
public record FairShare(int row, Variable missing, double lacksKwh) {}
