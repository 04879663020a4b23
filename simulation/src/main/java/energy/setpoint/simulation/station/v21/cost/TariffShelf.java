package energy.setpoint.simulation.station.v21.cost;

import energy.setpoint.simulation.station.StationControls;
import energy.setpoint.simulation.station.line.Json;
import energy.setpoint.simulation.station.tariff.Tariff;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/**
 * The default tariffs of a station, which survive a reboot (I07.FR.13): for every EVSE one that is
 * valid and any that become valid later.
 */
record TariffShelf(StationControls station) {

  private static final String DRAWER = "defaultTariffs";

  /** A tariff at an EVSE, as it was sent. */
  record Kept(int evse, ObjectNode tariff) {

    String id() {
      return tariff.path("tariffId").asString("");
    }

    /** Without a time it has always been valid. */
    Instant validFrom() {
      return Json.findText(tariff, "validFrom")
          .map(text -> OffsetDateTime.parse(text).toInstant())
          .orElse(Instant.MIN);
    }
  }

  List<Kept> all() {
    return station.memory().drawer(DRAWER).values().stream()
        .map(node -> new Kept(node.path("evse").intValue(), (ObjectNode) node.path("tariff")))
        .toList();
  }

  /** Keeps a tariff; one without a time replaces what is valid now (I07.FR.22). */
  void put(Kept fresh, Instant now) {
    if (fresh.validFrom().equals(Instant.MIN)) {
      removeIf(k -> k.evse() == fresh.evse() && !k.validFrom().isAfter(now));
    }
    ObjectNode stored = Json.object().put("evse", fresh.evse());
    stored.set("tariff", fresh.tariff().deepCopy());
    station.memory().drawer(DRAWER).put(key(fresh), stored);
  }

  void removeIf(Predicate<Kept> which) {
    all().stream().filter(which).forEach(k -> station.memory().drawer(DRAWER).remove(key(k)));
  }

  /** A tariff that has become valid replaces the ones before it (I07.FR.20, .21, .23). */
  void settle(Instant now) {
    for (Kept valid : all()) {
      if (!valid.validFrom().isAfter(now)) {
        removeIf(k -> k.evse() == valid.evse() && k.validFrom().isBefore(valid.validFrom()));
      }
    }
  }

  Optional<Tariff> findDefault(int evse, Instant now) {
    return all().stream()
        .filter(k -> k.evse() == evse && !k.validFrom().isAfter(now))
        .max(Comparator.comparing(Kept::validFrom))
        .flatMap(k -> TariffReader.find(k.tariff()));
  }

  private static String key(Kept kept) {
    return kept.evse() + "/" + kept.id();
  }
}
