/**
 * Charging profiles in words that no version of OCPP owns; the version packages read theirs into
 * it.
 */
@NullMarked
package energy.setpoint.ocpp.composite.profile;

import org.jspecify.annotations.NullMarked;
