package energy.setpoint.app.plan.reading;

import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.app.plan.json.Part;
import energy.setpoint.app.plan.request.LoadRequest;
import energy.setpoint.app.plan.request.SolarRequest;
import energy.setpoint.core.plan.part.Quantiles;
import energy.setpoint.core.plan.part.SolarForecast;
import energy.setpoint.core.plan.part.UncontrolledLoad;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads what is expected of the sun and of loads that nobody controls.
 *
 * @param byQuantile whether the plan takes a margin, so that it matters how far they may be off
 */
record Forecasts(TimeGrid grid, Circuits circuits, boolean byQuantile) {

  /**
   * @param curtailableByDefault for forecasts that do not say whether the plan may hold them back
   */
  List<SolarForecast> solar(
      List<SolarRequest> requests, Findings findings, Predicate<CircuitId> curtailableByDefault) {
    return Devices.each(
        requests, findings, (solar, index, here) -> solar(solar, here, curtailableByDefault));
  }

  private Optional<SolarForecast> solar(
      SolarRequest solar, Findings here, Predicate<CircuitId> curtailableByDefault) {
    PowerCurve production = new Part(here).curve("powerW", solar.powerW(), grid, -Part.MOST, 0);
    Quantiles known = quantiles().ofProduction(solar.quantiles(), here.at("quantiles"));
    return circuits
        .find(solar.circuit(), here)
        .map(circuit ->
            new SolarForecast(
                circuit,
                production,
                solar.curtailable().orElseGet(() -> curtailableByDefault.test(circuit)),
                known));
  }

  List<UncontrolledLoad> loads(List<LoadRequest> requests, Findings findings) {
    return Devices.each(
        requests,
        findings,
        (load, index, here) ->
            circuits.find(load.circuit(), here).map(circuit -> load(load, circuit, here)));
  }

  private UncontrolledLoad load(LoadRequest load, CircuitId circuit, Findings here) {
    Quantiles known = quantiles().ofLoad(load.quantiles(), here.at("quantiles"));
    return LoadReader.read(load, circuit, grid, new Part(here)).with(known);
  }

  private QuantilesReader quantiles() {
    return new QuantilesReader(grid, byQuantile);
  }
}
