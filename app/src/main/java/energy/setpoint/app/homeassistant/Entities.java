package energy.setpoint.app.homeassistant;

import energy.setpoint.app.homeassistant.Entity.Owner;
import energy.setpoint.app.homeassistant.Entity.Quantity;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.Station;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a site shows to Home Assistant. */
final class Entities {

  private final Site site;
  private final SiteTopics topics;
  private final List<Entity> entities = new ArrayList<>();

  private Entities(Site site) {
    this.site = site;
    this.topics = new SiteTopics(site.id());
  }

  static List<Entity> of(Site site) {
    Entities all = new Entities(site);
    all.addGrid();
    for (Station station : site.stations()) {
      for (Evse evse : station.evses()) {
        all.addEvse(evse.ref());
      }
    }
    site.meters().forEach(it -> all.addDevice(it.id(), "meter", false));
    site.inverters().forEach(it -> all.addDevice(it.id(), "inverter", false));
    site.batteries().forEach(it -> all.addDevice(it.id(), "battery", true));
    return List.copyOf(all.entities);
  }

  private void addGrid() {
    Owner grid = new Owner(siteId(), site.name(), "site", Optional.empty());
    add(grid, "grid_power", "Grid power", Quantity.POWER, topics.grid("power"));
    add(grid, "import_limit", "Import limit", Quantity.POWER, topics.grid("import-limit"));
  }

  private void addEvse(EvseRef ref) {
    String id = siteId() + "_evse_" + word(ref.station().value()) + "_" + ref.number();
    Owner evse = new Owner(id, "EVSE " + ref, "EVSE", Optional.of(siteId()));
    add(evse, "status", "Status", Quantity.WORD, topics.evse(ref, "status"));
    add(evse, "power", "Power", Quantity.POWER, topics.evse(ref, "power"));
    add(evse, "limit", "Limit per phase", Quantity.CURRENT, topics.evse(ref, "limit"));
    add(evse, "energy", "Session energy", Quantity.ENERGY, topics.evse(ref, "session-energy"));
  }

  private void addDevice(DeviceId device, String kind, boolean stores) {
    String id = siteId() + "_device_" + word(device.value());
    Owner owner = new Owner(id, device.value(), kind, Optional.of(siteId()));
    add(owner, "power", "Power", Quantity.POWER, topics.device(device, "power"));
    if (stores) {
      add(owner, "soc", "State of charge", Quantity.CHARGE, topics.device(device, "soc"));
    }
  }

  private void add(Owner owner, String key, String name, Quantity quantity, String topic) {
    entities.add(new Entity(owner.id() + "_" + key, owner, name, quantity, topic));
  }

  private String siteId() {
    return "setpoint_" + word(site.id().value());
  }

  /** As the parts of discovery topics must be; what is no letter or digit becomes its code. */
  private static String word(String id) {
    StringBuilder word = new StringBuilder();
    for (char c : id.toCharArray()) {
      boolean isPlain = c < 128 && (Character.isLetterOrDigit(c) || c == '-');
      word.append(isPlain ? String.valueOf(c) : "_%02x".formatted((int) c));
    }
    return word.toString();
  }
}
