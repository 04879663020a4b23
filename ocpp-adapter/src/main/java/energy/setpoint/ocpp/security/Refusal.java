package energy.setpoint.ocpp.security;

import java.util.Locale;

/**
 * Why somebody is turned away at the door. Who asks is told no more than the status: nobody shall
 * learn which half of a login was wrong.
 */
public enum Refusal {
  UNKNOWN_STATION(404),
  PROFILE_TOO_WEAK(403),
  NO_PASSWORD(401),
  WRONG_PASSWORD(401),
  LOCKED_OUT(429),
  TOO_MANY_LOGINS(503),
  NO_CERTIFICATE(403),
  CERTIFICATE_OF_ANOTHER_STATION(403),
  CERTIFICATE_OF_ANOTHER_OPERATOR(403),
  CERTIFICATE_NOT_IN_FORCE(403);

  private final int status;

  Refusal(int status) {
    this.status = status;
  }

  /** The HTTP status of the answer. */
  public int status() {
    return status;
  }

  /** For logs and metrics. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
