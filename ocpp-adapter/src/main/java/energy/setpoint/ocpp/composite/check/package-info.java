/** What a version of OCPP forbids in a charging profile, found with its place and its rule. */
@NullMarked
package energy.setpoint.ocpp.composite.check;

import org.jspecify.annotations.NullMarked;
