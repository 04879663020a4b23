package energy.setpoint.app.plan.reading;

import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.app.plan.json.Part;
import energy.setpoint.app.plan.reading.UncertaintyReader.Usual;
import energy.setpoint.app.plan.request.ScenarioRequest;
import energy.setpoint.core.plan.Uncertainty.Scenario;
import energy.setpoint.core.plan.part.SolarForecast;
import energy.setpoint.core.plan.part.UncontrolledLoad;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.CircuitId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one of several futures. */
record ScenarioReader(ScenarioRequest request, Forecasts forecasts, Findings findings) {

  /**
   * @param index counted from 0, for the default name
   * @param usual what holds where the scenario says nothing
   */
  Optional<Scenario> read(int index, Usual usual) {
    int before = findings.count();
    double probability =
        new Part(findings).required("probability", request.probability(), 1e-6, 1e6);
    List<SolarForecast> solar =
        request
            .solar()
            .map(own ->
                forecasts.solar(own, findings.at("solar"), at -> isCurtailable(usual.solar(), at)))
            .orElse(usual.solar());
    List<UncontrolledLoad> loads =
        request
            .loads()
            .map(own -> forecasts.loads(own, findings.at("loads")))
            .orElse(usual.loads());
    Set<SessionId> absent = absent(usual.vehicles());
    String name = name("scenario-" + (index + 1));
    return findings.count() > before
        ? Optional.empty()
        : Optional.of(new Scenario(name, probability, solar, loads, absent));
  }

  private String name(String whenAbsent) {
    String name = request.name().orElse(whenAbsent);
    if (name.isBlank()) {
      findings
          .at("name")
          .add("This is blank, expected a name. Maybe leave it out, for \"" + whenAbsent + "\".");
    }
    return name;
  }

  private static boolean isCurtailable(List<SolarForecast> usual, CircuitId circuit) {
    return usual.stream().anyMatch(s -> s.circuit().equals(circuit) && s.curtailable());
  }

  private Set<SessionId> absent(Optional<List<VehicleDemand>> vehicles) {
    Set<SessionId> absent = new HashSet<>();
    for (int i = 0; i < request.absent().size(); i++) {
      String name = request.absent().get(i);
      Findings here = findings.at("absent").at(i);
      here.attempt(() -> new SessionId(name))
          .filter(absent::add)
          .ifPresent(session -> vehicles.ifPresent(known -> check(session, known, here)));
    }
    return absent;
  }

  private static void check(SessionId absent, List<VehicleDemand> known, Findings here) {
    Optional<VehicleDemand> vehicle =
        known.stream().filter(v -> v.session().equals(absent)).findFirst();
    if (vehicle.isEmpty()) {
      here.add("There is no vehicle \"" + absent + "\".");
    } else if (!vehicle.get().expected()) {
      here.add("Vehicle \"" + absent + "\" is there already. Maybe it is only expected.");
    }
  }
}
