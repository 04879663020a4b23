package energy.setpoint.ocpp.v16.wire;

import energy.setpoint.ocpp.payload.Length;

/** Changes a setting of a station. */
public record ChangeConfiguration(@Length(50) String key, @Length(500) String value) {

  /** The answer. */
  public record Response(ConfigurationStatus status) {}

  /** What a station did with a setting. */
  public enum ConfigurationStatus {
    Accepted,
    Rejected,
    RebootRequired,
    NotSupported
  }
}
