package energy.setpoint.app.composite;

import energy.setpoint.app.composite.document.CaseDocument;
import energy.setpoint.app.composite.document.CaseDocument.PriorityName;
import energy.setpoint.app.composite.document.EvseDocument;
import energy.setpoint.app.composite.document.EvseDocument.CurrentName;
import energy.setpoint.app.composite.document.OfflineDocument;
import energy.setpoint.app.composite.document.StationDocument;
import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.app.plan.json.Part;
import energy.setpoint.ocpp.composite.profile.RateUnit;
import energy.setpoint.ocpp.composite.station.Offline;
import energy.setpoint.ocpp.composite.station.Rating;
import energy.setpoint.ocpp.composite.station.SetpointPriority;
import energy.setpoint.ocpp.composite.station.Station;
import energy.setpoint.ocpp.composite.station.StationEvse;
import energy.setpoint.ocpp.composite.station.Supply;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what is known of the station. */
record StationReader(CaseDocument document, Findings findings) {

  static final int MOST_EVSES = 10_000;
  private static final double VOLTAGE = 230;
  private static final StationDocument PLAIN =
      new StationDocument(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** The station; nothing when there was a mistake. */
  Optional<Station> read() {
    int before = findings.count();
    double voltage = new Part(findings).optional("voltage", document.voltage(), 1, 1000, VOLTAGE);
    Findings here = findings.at("station");
    StationDocument station = document.station().orElse(PLAIN);
    int phases = new Part(here).count("phases", station.phases(), 1, 3, 3);
    Optional<Rating> rating =
        new RatingReader(here)
            .read(
                station.limitA(),
                station.limitW(),
                station.dischargeLimitA(),
                station.dischargeLimitW());
    List<StationEvse> evses = evses(voltage);
    if (evses.isEmpty()) {
      findings.at("evses").add("This is missing, expected at least one EVSE.");
    }
    var transactions = new TransactionReader(document, findings.at("transactions")).read();
    List<Offline> offline = offline();
    ZoneId zone = zone();
    return findings.count() > before
        ? Optional.empty()
        : findings.attempt(() ->
            new Station(
                zone,
                units(),
                Supply.ofAc(voltage, phases),
                rating,
                evses,
                transactions,
                offline,
                priority()));
  }

  private ZoneId zone() {
    String name = document.zone().orElse("UTC");
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      findings.at("zone").add("This is \"" + name + "\", expected a zone like Europe/Berlin.");
      return ZoneOffset.UTC;
    }
  }

  private Set<RateUnit> units() {
    Set<RateUnit> units = EnumSet.noneOf(RateUnit.class);
    document.units().forEach(unit -> units.add(RateUnit.valueOf(unit.name())));
    return units.isEmpty() ? EnumSet.allOf(RateUnit.class) : units;
  }

  private SetpointPriority priority() {
    return switch (document.setpointPriority().orElse(PriorityName.ExternalControl)) {
      case ExternalControl -> SetpointPriority.EXTERNAL_CONTROL;
      case CSMS -> SetpointPriority.CSMS;
    };
  }

  private List<StationEvse> evses(double voltage) {
    List<StationEvse> evses = new ArrayList<>();
    for (int i = 0; i < document.evses().size(); i++) {
      evse(document.evses().get(i), voltage, findings.at("evses").at(i)).ifPresent(evses::add);
    }
    return evses;
  }

  private static Optional<StationEvse> evse(EvseDocument evse, double voltage, Findings here) {
    int before = here.count();
    Part part = new Part(here);
    boolean direct = evse.current().filter(CurrentName.DC::equals).isPresent();
    int phases = part.count("phases", evse.phases(), 1, 3, 3);
    double volts =
        direct
            ? part.required("voltage", evse.voltage(), 1, 2000)
            : part.optional("voltage", evse.voltage(), 1, 1000, voltage);
    Optional<Rating> rating =
        new RatingReader(here)
            .read(evse.limitA(), evse.limitW(), evse.dischargeLimitA(), evse.dischargeLimitW());
    if (rating.isEmpty() && here.count() == before) {
      here.at("limitA").add("This is missing, expected what the EVSE can deliver.");
    }
    if (evse.id().isEmpty()) {
      here.at("id").add("This is missing, expected the number of the EVSE.");
    }
    int id = part.count("id", evse.id(), 1, MOST_EVSES, 1);
    Supply supply = direct ? Supply.ofDc(volts) : Supply.ofAc(volts, phases);
    return here.count() > before
        ? Optional.empty()
        : rating.map(most -> new StationEvse(id, supply, most));
  }

  private List<Offline> offline() {
    List<Offline> times = new ArrayList<>();
    for (int i = 0; i < document.offline().size(); i++) {
      OfflineDocument time = document.offline().get(i);
      Findings here = findings.at("offline").at(i);
      if (time.from().isEmpty()) {
        here.at("from").add("This is missing, expected a time.");
      }
      time.from()
          .flatMap(from -> here.attempt(() -> new Offline(from, time.to())))
          .ifPresent(times::add);
    }
    return times;
  }
}
