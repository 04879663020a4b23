/**
 * Value records with units: the only place where a bare number stands for watts, amperes or money.
 */
@NullMarked
package energy.setpoint.core.quantity;

import org.jspecify.annotations.NullMarked;
