package energy.setpoint.core.control.plan;

import energy.setpoint.core.forecast.series.QuantileForecast;
import energy.setpoint.core.plan.part.Quantiles;
import energy.setpoint.core.plan.part.Quantiles.Level;
import energy.setpoint.core.plan.part.SolarForecast;
import energy.setpoint.core.plan.part.UncontrolledLoad;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.Inverter;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What happens on a site whatever is planned: forecasts from what was measured, and until enough
 * was, typical days corrected by what is measured now.
 */
final class SunAndLoad {

  private final Site site;

  SunAndLoad(Site site) {
    this.site = site;
  }

  /** One forecast for each inverter, by its share of the rating; none without inverters. */
  List<SolarForecast> solar(TimeGrid grid, Outlook outlook) {
    Power rated = site.inverters().stream().map(Inverter::rated).reduce(Power.ZERO, Power::plus);
    if (rated.watts() == 0) {
      return List.of();
    }
    Optional<QuantileForecast> learnt = outlook.forecasts().production(grid);
    PowerCurve all =
        learnt
            .map(QuantileForecast::middle)
            .orElseGet(
                () -> outlook.production().forecastProduction(grid, outlook.measuredProduction()));
    List<SolarForecast> forecasts = new ArrayList<>();
    for (Inverter inverter : site.inverters()) {
      double share = inverter.rated().watts() / rated.watts();
      Quantiles quantiles =
          learnt.map(f -> quantiles(f, inverter, share)).orElse(Quantiles.UNKNOWN);
      forecasts.add(
          new SolarForecast(inverter.circuit(), part(all, inverter, share)).with(quantiles));
    }
    return forecasts;
  }

  private static PowerCurve part(PowerCurve all, Inverter inverter, double share) {
    return PowerCurve.generate(
        all.grid(), i -> Math.max(all.watts(i) * share, -inverter.rated().watts()));
  }

  /** Less sun is nearer to zero, and hence the higher watts. */
  private static Quantiles quantiles(QuantileForecast of, Inverter inverter, double share) {
    return new Quantiles(
        List.of(
            new Level(QuantileForecast.LOW, part(of.high(), inverter, share)),
            new Level(QuantileForecast.HIGH, part(of.low(), inverter, share))));
  }

  /** What the engine does not control, at the root. */
  List<UncontrolledLoad> loads(TimeGrid grid, Outlook outlook) {
    CircuitId root = site.circuits().root().id();
    return List.of(
        outlook
            .forecasts()
            .load(grid)
            .map(learnt -> UncontrolledLoad.balanced(root, learnt.middle()).with(quantiles(learnt)))
            .orElseGet(() ->
                UncontrolledLoad.balanced(
                    root, outlook.load().forecastLoad(grid, outlook.measuredLoad()))));
  }

  private static Quantiles quantiles(QuantileForecast of) {
    return new Quantiles(
        List.of(
            new Level(QuantileForecast.LOW, of.low()),
            new Level(QuantileForecast.HIGH, of.high())));
  }
}
