package energy.setpoint.app.homeassistant;

import energy.setpoint.core.control.SiteSnapshot;
import energy.setpoint.core.control.SiteSnapshot.DeviceView;
import energy.setpoint.core.control.SiteSnapshot.EvseView;
import energy.setpoint.core.event.EvseStatus;
import energy.setpoint.core.quantity.Power;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The values of a site at one moment, as texts by topic. */
final class States {

  /** What Home Assistant's sensors take as "unknown". */
  private static final String UNKNOWN = "None";

  private final SiteTopics topics;
  private final Map<String, String> values = new TreeMap<>();

  private States(SiteSnapshot snapshot) {
    this.topics = new SiteTopics(snapshot.site());
  }

  static Map<String, String> of(SiteSnapshot snapshot) {
    States states = new States(snapshot);
    states.values.put(states.topics.grid("power"), watts(snapshot.gridPower()));
    states.values.put(
        states.topics.grid("import-limit"), watts(Optional.of(snapshot.importLimit())));
    snapshot.evses().forEach(states::add);
    snapshot.devices().forEach(states::add);
    return states.values;
  }

  private void add(EvseView evse) {
    values.put(topics.evse(evse.ref(), "status"), word(evse.status()));
    values.put(topics.evse(evse.ref(), "power"), watts(evse.measured()));
    values.put(
        topics.evse(evse.ref(), "limit"),
        evse.confirmed().map(it -> decimal(it.amps(), 1)).orElse(UNKNOWN));
    values.put(
        topics.evse(evse.ref(), "session-energy"),
        evse.session().map(it -> decimal(it.delivered().kilowattHours(), 2)).orElse(UNKNOWN));
  }

  private void add(DeviceView device) {
    values.put(
        topics.device(device.id(), "power"), device.stale() ? UNKNOWN : watts(device.power()));
    device
        .soc()
        .ifPresent(it ->
            values.put(
                topics.device(device.id(), "soc"),
                device.stale() ? UNKNOWN : decimal(it.percent(), 0)));
  }

  static String word(EvseStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private static String watts(Optional<Power> power) {
    return power.map(it -> decimal(it.watts(), 0)).orElse(UNKNOWN);
  }

  private static String decimal(double value, int digits) {
    String text = String.format(Locale.ROOT, "%." + digits + "f", value);
    return text.equals("-0") ? "0" : text;
  }
}
