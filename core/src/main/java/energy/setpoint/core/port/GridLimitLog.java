package energy.setpoint.core.port;

import energy.setpoint.core.signal.GridLimitChange;

/** Keeps when grid limits came and went. Never waits and never fails. */
@FunctionalInterface
public interface GridLimitLog {

  /** Keeps nothing. */
  GridLimitLog NONE = change -> {};

  void note(GridLimitChange change);
}
