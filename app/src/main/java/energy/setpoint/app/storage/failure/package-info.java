/** What storage says when the database cannot be used; every package of storage may say it. */
@NullMarked
package energy.setpoint.app.storage.failure;

import org.jspecify.annotations.NullMarked;
