/** What the live page needs besides its files. */
@NullMarked
package energy.setpoint.app.web.page;

import org.jspecify.annotations.NullMarked;
