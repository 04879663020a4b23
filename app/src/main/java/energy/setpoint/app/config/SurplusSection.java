package energy.setpoint.app.config;

import energy.setpoint.app.config.StationSections.PlacedStation;
import energy.setpoint.app.config.document.Kinds;
import energy.setpoint.app.config.document.Section;
import energy.setpoint.core.control.SurplusCharging;
import energy.setpoint.core.control.SurplusCharging.Reliance;
import energy.setpoint.core.control.SurplusSettings;
import energy.setpoint.core.control.SurplusSettings.First;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Supply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads who charges on solar surplus: the keys of an EVSE, and the order for all. */
final class SurplusSection {

  private SurplusSection() {}

  /** Empty when it charges as planned. */
  static Optional<SurplusCharging> ofEvse(Section evse, Supply supply, List<Phase> phases) {
    boolean switches = evse.read("switchesPhases", Kinds.FLAG, false);
    if (switches && (supply == Supply.DC || phases.size() != 3)) {
      evse.problem("switchesPhases", "is true, but only an AC EVSE on three phases can switch.");
    }
    if (switches && !evse.has("surplus")) {
      evse.problem("switchesPhases", "is true, but does nothing without the key surplus.");
    }
    return evse.has("surplus")
        ? Optional.of(
            new SurplusCharging(evse.read("surplus", Kinds.choice(Reliance.class)), switches))
        : Optional.empty();
  }

  /**
   * @param hasSun whether the site has an inverter
   */
  static SurplusSettings settings(Section root, List<PlacedStation> stations, boolean hasSun) {
    First first = root.section("surplus").read("first", Kinds.choice(First.class), First.VEHICLES);
    Map<EvseRef, SurplusCharging> evses = new HashMap<>();
    stations.forEach(station -> evses.putAll(station.onSurplus()));
    if (!evses.isEmpty() && !hasSun && root.isSound()) {
      root.problem(
          "EVSE "
              + evses.keySet().stream().map(EvseRef::toString).sorted().findFirst().orElseThrow()
              + " charges on surplus, but the site has no inverter to leave any.");
    }
    return new SurplusSettings(first, evses);
  }
}
