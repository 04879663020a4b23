/**
 * SunSpec: which models a device has, and what they say in the terms of the other packages. Knows
 * no sockets. Source of all tables: the model definitions of the SunSpec Alliance (sunspec/models).
 */
@NullMarked
package energy.setpoint.der.sunspec;

import org.jspecify.annotations.NullMarked;
