/** Turns a planning problem into a plan: constraint families, objective terms and the solver. */
@NullMarked
package energy.setpoint.optimizer;

import org.jspecify.annotations.NullMarked;
