/** Makes the devices do what was decided, and knows what each may still be drawing. */
@NullMarked
package energy.setpoint.core.reconcile;

import org.jspecify.annotations.NullMarked;
