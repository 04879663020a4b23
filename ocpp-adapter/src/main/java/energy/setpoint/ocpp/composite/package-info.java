/**
 * What a station may draw and when: the composite schedule of OCPP (2.1 part 2, K section 3.6 and
 * K08; 1.6 section 3.13), as a pure function of its profiles and of what is known about it.
 *
 * <p>{@link energy.setpoint.ocpp.composite.InstalledProfiles} holds the profiles, {@link
 * energy.setpoint.ocpp.composite.CompositeSchedules} answers. What the versions do differently is
 * in their {@link energy.setpoint.ocpp.composite.CompositeRules}.
 */
@NullMarked
package energy.setpoint.ocpp.composite;

import org.jspecify.annotations.NullMarked;
