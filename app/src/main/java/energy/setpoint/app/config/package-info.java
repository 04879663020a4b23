/** The site file: one YAML file that describes a site and how it is run. */
@NullMarked
package energy.setpoint.app.config;

import org.jspecify.annotations.NullMarked;
