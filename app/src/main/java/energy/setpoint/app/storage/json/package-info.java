/** Domain values as JSON documents: written field by field, with a version, for readers to come. */
@NullMarked
package energy.setpoint.app.storage.json;

import org.jspecify.annotations.NullMarked;
