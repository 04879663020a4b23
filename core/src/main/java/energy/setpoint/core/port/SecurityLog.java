package energy.setpoint.core.port;

/** Keeps security events. Never waits and never fails; what cannot be kept is counted. */
@FunctionalInterface
public interface SecurityLog {

  /** Keeps nothing. */
  SecurityLog NONE = event -> {};

  void note(SecurityEvent event);
}
