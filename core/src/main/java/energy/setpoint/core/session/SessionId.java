package energy.setpoint.core.session;

import java.util.UUID;

/** Names a charging session for good, across stations, restarts and versions of OCPP. */
public record SessionId(String value) {

  public SessionId {
    if (value.isBlank() || value.length() > 64) {
      throw new IllegalArgumentException(
          "A session id has 1 to 64 characters, not '" + value + "'.");
    }
  }

  public static SessionId random() {
    return new SessionId(UUID.randomUUID().toString());
  }

  @Override
  public String toString() {
    return value;
  }
}
