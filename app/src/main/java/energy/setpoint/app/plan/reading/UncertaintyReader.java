package energy.setpoint.app.plan.reading;

import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.app.plan.json.Part;
import energy.setpoint.app.plan.request.UncertaintyRequest;
import energy.setpoint.app.plan.request.UncertaintyRequest.ByQuantileRequest;
import energy.setpoint.core.plan.Uncertainty;
import energy.setpoint.core.plan.Uncertainty.Scenario;
import energy.setpoint.core.plan.part.SolarForecast;
import energy.setpoint.core.plan.part.UncontrolledLoad;
import energy.setpoint.core.plan.part.VehicleDemand;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads how the plan deals with forecasts that may be wrong. */
record UncertaintyReader(UncertaintyRequest request, Forecasts forecasts, Findings findings) {

  private static final int MOST_MINUTES = 7 * 24 * 60;

  /**
   * What a scenario has that says nothing else.
   *
   * @param vehicles empty when some could not be read, so that nothing is known of absent ones
   */
  record Usual(
      List<SolarForecast> solar,
      List<UncontrolledLoad> loads,
      Optional<List<VehicleDemand>> vehicles) {

    boolean hasQuantiles() {
      return solar.stream().anyMatch(s -> s.quantiles().areKnown())
          || loads.stream().anyMatch(l -> l.quantiles().areKnown());
    }
  }

  Optional<Uncertainty> read(Usual usual) {
    int before = findings.count();
    Optional<ByQuantileRequest> margin = request.byQuantile();
    new Part(findings)
        .eitherOr("byQuantile", margin, "scenarios", request.scenarios().stream().findFirst());
    if (margin.isEmpty() && request.scenarios().isEmpty()) {
      findings.add("This says nothing. Maybe give it byQuantile or scenarios.");
    }
    Duration hereAndNow = hereAndNow();
    List<Scenario> scenarios = scenarios(usual);
    margin.ifPresent(quantiles -> check(quantiles, usual));
    return findings.count() > before
        ? Optional.empty()
        : Optional.of(
            margin
                .map(UncertaintyReader::byQuantile)
                .orElseGet(() -> new Uncertainty.Scenarios(scenarios, hereAndNow)));
  }

  private Duration hereAndNow() {
    int minutes =
        new Part(findings)
            .count("hereAndNowMinutes", request.hereAndNowMinutes(), 1, MOST_MINUTES, 0);
    if (request.hereAndNowMinutes().isPresent() && request.scenarios().isEmpty()) {
      findings.at("hereAndNowMinutes").add("There are no scenarios. Maybe they are missing.");
    }
    return minutes > 0 ? Duration.ofMinutes(minutes) : forecasts.grid().length(0);
  }

  private List<Scenario> scenarios(Usual usual) {
    Set<String> names = new HashSet<>();
    return Devices.each(
        request.scenarios(),
        findings.at("scenarios"),
        (scenario, index, here) -> {
          Optional<Scenario> read =
              new ScenarioReader(scenario, forecasts, here).read(index, usual);
          read.filter(s -> !names.add(s.name()))
              .ifPresent(
                  s -> here.at("name").add("There is another scenario \"" + s.name() + "\"."));
          return read;
        });
  }

  /** A margin that nothing follows from would be believed in. */
  private void check(ByQuantileRequest wanted, Usual usual) {
    Findings here = findings.at("byQuantile");
    Part part = new Part(here);
    part.required("solar", wanted.solar(), 0, 1);
    part.required("load", wanted.load(), 0, 1);
    if (!usual.hasQuantiles()) {
      here.add("No forecast has quantiles. Maybe add them to solar or loads.");
    }
  }

  private static Uncertainty byQuantile(ByQuantileRequest wanted) {
    return new Uncertainty.ByQuantile(wanted.solar().orElseThrow(), wanted.load().orElseThrow());
  }
}
