package energy.setpoint.app.composite;

import energy.setpoint.app.composite.document.CaseDocument;
import energy.setpoint.app.composite.document.CaseDocument.UnitName;
import energy.setpoint.app.composite.document.RequestDocument;
import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.app.plan.json.InvalidDocument;
import energy.setpoint.app.plan.json.Part;
import energy.setpoint.ocpp.CompositeDialects;
import energy.setpoint.ocpp.composite.CompositeDialect;
import energy.setpoint.ocpp.composite.CompositeRequest;
import energy.setpoint.ocpp.composite.InstalledProfiles;
import energy.setpoint.ocpp.composite.profile.RateUnit;
import energy.setpoint.ocpp.composite.station.Station;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns a document into a question, or says all that is wrong with it. */
final class CaseReader {

  private static final int DAY = 86_400;

  private final CaseDocument document;
  private final Findings findings = Findings.ofDocument();

  private CaseReader(CaseDocument document) {
    this.document = document;
  }

  static CompositeCase read(CaseDocument document) {
    return new CaseReader(document).read();
  }

  private CompositeCase read() {
    Optional<CompositeDialect> dialect = dialect();
    Optional<Station> station = new StationReader(document, findings).read();
    Optional<CompositeRequest> request = request();
    findings.throwIfAny(InvalidDocument.Kind.IMPOSSIBLE);
    InstalledProfiles installed =
        new ProfilesReader(document, dialect.orElseThrow(), station.orElseThrow(), findings).read();
    findings.throwIfAny(InvalidDocument.Kind.IMPOSSIBLE);
    return new CompositeCase(dialect.get(), installed, station.get(), request.orElseThrow());
  }

  private Optional<CompositeDialect> dialect() {
    List<CompositeDialect> known = CompositeDialects.bundled();
    Optional<CompositeDialect> found =
        known.stream()
            .filter(d -> document.version().filter(d.version()::equals).isPresent())
            .findFirst();
    if (found.isEmpty()) {
      findings
          .at("version")
          .add(
              document.version().map(v -> "This is \"" + v + "\"").orElse("This is missing")
                  + known.stream()
                      .map(CompositeDialect::version)
                      .collect(Collectors.joining(", ", ", expected one of ", ".")));
    }
    return found;
  }

  private Optional<CompositeRequest> request() {
    Findings here = findings.at("request");
    if (document.request().isEmpty()) {
      here.add("This is missing, expected what is asked of the station.");
      return Optional.empty();
    }
    RequestDocument asked = document.request().get();
    int before = here.count();
    if (asked.evse().isEmpty()) {
      here.at("evse").add("This is missing, expected the number of an EVSE, or 0.");
    }
    if (asked.start().isEmpty()) {
      here.at("start").add("This is missing, expected a time.");
    }
    Part part = new Part(here);
    int evse = part.count("evse", asked.evse(), 0, StationReader.MOST_EVSES, 0);
    int duration = part.count("duration", asked.duration(), 1, CompositeRequest.MOST_SECONDS, DAY);
    UnitName unit =
        asked.unit().orElse(document.units().isEmpty() ? UnitName.A : document.units().getFirst());
    return here.count() > before
        ? Optional.empty()
        : asked
            .start()
            .map(start ->
                new CompositeRequest(evse, start, duration, RateUnit.valueOf(unit.name())));
  }
}
