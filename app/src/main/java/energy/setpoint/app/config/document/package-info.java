/**
 * Reads YAML and JSON by path and line, so that every mistake in a file can be named where it
 * stands.
 */
@NullMarked
package energy.setpoint.app.config.document;

import org.jspecify.annotations.NullMarked;
