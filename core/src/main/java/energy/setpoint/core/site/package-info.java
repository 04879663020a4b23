/**
 * What is built on a site: grid connection, circuit tree, stations, EVSEs, batteries, inverters and
 * meters.
 */
@NullMarked
package energy.setpoint.core.site;

import org.jspecify.annotations.NullMarked;
