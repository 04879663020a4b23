/** The reconcile loop: sends what was decided and enters the answers into the ledgers. */
@NullMarked
package energy.setpoint.core.control.reconcile;

import org.jspecify.annotations.NullMarked;
