/** JSON Schemas, made out of the records that are read and written. */
@NullMarked
package energy.setpoint.app.plan.schema;

import org.jspecify.annotations.NullMarked;
