/** What can be asked about the past: sessions, plans, measurements, messages to stations. */
@NullMarked
package energy.setpoint.app.storage.query;

import org.jspecify.annotations.NullMarked;
