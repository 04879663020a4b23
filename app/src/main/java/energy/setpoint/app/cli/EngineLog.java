package energy.setpoint.app.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the engine says of its decisions: for operators of a site, not for who waits for a result.
 */
public final class EngineLog {

  private static final String ENGINE = "energy.setpoint";

  private EngineLog() {}

  /** Keeps decisions off the terminal, unless {@code SETPOINT_LOG} asks for a level by name. */
  public static void onlyWarnings() {
    if (System.getenv("SETPOINT_LOG") == null) {
      ((Logger) LoggerFactory.getLogger(ENGINE)).setLevel(Level.WARN);
    }
  }
}
