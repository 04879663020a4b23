package energy.setpoint.app.config;

import energy.setpoint.app.config.document.Kinds;
import energy.setpoint.app.config.document.Section;
import energy.setpoint.app.config.station.TraitKeys;
import energy.setpoint.core.control.SurplusCharging;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Station;
import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.dialect.trait.TraitClaims;
import energy.setpoint.ocpp.security.StationAccess;
import energy.setpoint.ocpp.traits.Wiring;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the charging stations; an entry with {@code ids} describes several that are alike. */
final class StationSections {

  private final CircuitSections circuits;
  private final Identities identities;
  private final SecuritySection security;
  private final List<PlacedStation> stations = new ArrayList<>();

  /** A station and the keys that describe it and its EVSEs. */
  record PlacedStation(
      Station station,
      Wiring wiring,
      StationAccess access,
      Map<EvseRef, SurplusCharging> onSurplus,
      Section section,
      List<Section> evses) {}

  StationSections(CircuitSections circuits, Identities identities, SecuritySection security) {
    this.circuits = circuits;
    this.identities = identities;
    this.security = security;
  }

  List<PlacedStation> read(Section site) {
    site.sections("stations").forEach(this::readEntry);
    return List.copyOf(stations);
  }

  private void readEntry(Section section) {
    List<StationId> ids = ids(section);
    CircuitId circuit = circuits.reference(section, "circuit");
    Current fallback = Current.ofAmps(section.read("fallbackA", Kinds.atLeast(0), 6.0));
    EvseSections evses = EvseSections.of(section);
    if (section.isSound() && fallback.isMoreThan(evses.weakest())) {
      section.problem(
          "fallbackA",
          "is "
              + Kinds.plain(fallback.amps())
              + ", more than the maxA of an EVSE ("
              + Kinds.plain(evses.weakest().amps())
              + ").");
    }
    TraitClaims claims = TraitKeys.read(section.section("ocpp"));
    Wiring wiring =
        new Wiring(evses.isDirectCurrent(), Math.max(1, evses.sections().size()), claims);
    StationAccess access = security.access(section.section("security"), ids.size());
    for (StationId id : ids) {
      section
          .build(() -> new Station(id, circuit, evses.of(id), fallback))
          .map(station ->
              new PlacedStation(
                  station, wiring, access, evses.onSurplus(id), section, evses.sections()))
          .ifPresent(stations::add);
    }
  }

  private List<StationId> ids(Section section) {
    if (!section.has("ids")) {
      return List.of(identities.readNew(section, "id", new StationId("x"), StationId::new));
    }
    if (section.has("id")) {
      section.problem("ids", "stands beside id, expected only one of both.");
    }
    List<StationId> ids = identities.readAllNew(section, "ids", StationId::new);
    return ids.isEmpty() ? List.of(new StationId("x")) : ids;
  }
}
