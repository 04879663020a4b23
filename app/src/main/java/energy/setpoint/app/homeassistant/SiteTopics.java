package energy.setpoint.app.homeassistant;

import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.SiteId;

/** The topics of a site at a broker. */
public record SiteTopics(SiteId site) {

  /** Holds {@code online} or {@code offline}. */
  public String status() {
    return of("status");
  }

  String grid(String what) {
    return of("grid/" + what);
  }

  String evse(EvseRef evse, String what) {
    return of("evse/" + plain(evse.station().value()) + "/" + evse.number() + "/" + what);
  }

  String device(DeviceId device, String what) {
    return of("device/" + plain(device.value()) + "/" + what);
  }

  private String of(String what) {
    return "setpoint/" + plain(site.value()) + "/" + what;
  }

  /** Ids may contain a {@code +}, which topics must not (MQTT 5 section 4.7.1). */
  private static String plain(String id) {
    return id.replace('+', '_');
  }
}
