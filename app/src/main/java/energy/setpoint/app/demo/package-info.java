/**
 * The demo: a simulated depot on real sockets, with the engine as a process of its own beside it.
 */
@NullMarked
package energy.setpoint.app.demo;

import org.jspecify.annotations.NullMarked;
