/** Device templates: one YAML file says how a device model is read and commanded. */
@NullMarked
package energy.setpoint.der.template;

import org.jspecify.annotations.NullMarked;
