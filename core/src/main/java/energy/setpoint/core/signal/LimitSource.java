package energy.setpoint.core.signal;

import energy.setpoint.core.site.DeviceId;

/** Who passes on what the grid operator allows. */
public sealed interface LimitSource {

  /** Tells one source of a site from another, for metrics and the database. */
  String key();

  /** Somebody who calls the API. */
  record Api() implements LimitSource {
    @Override
    public String key() {
      return "api";
    }
  }

  /** A relay, a control box or a gateway at the site. */
  record Device(DeviceId id) implements LimitSource {
    @Override
    public String key() {
      return "device " + id;
    }
  }
}
