/** A vehicle at an EVSE and what it needs before it leaves. */
@NullMarked
package energy.setpoint.core.session;

import org.jspecify.annotations.NullMarked;
