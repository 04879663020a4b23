package energy.setpoint.core.control.plan;

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

/** What happens on a site whatever is planned: typical days, corrected by what is measured now. */
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
    PowerCurve all = outlook.production().forecastProduction(grid, outlook.measuredProduction());
    List<SolarForecast> forecasts = new ArrayList<>();
    for (Inverter inverter : site.inverters()) {
      double share = inverter.rated().watts() / rated.watts();
      forecasts.add(
          new SolarForecast(
              inverter.circuit(),
              PowerCurve.generate(
                  grid, i -> Math.max(all.watts(i) * share, -inverter.rated().watts()))));
    }
    return forecasts;
  }

  /** What the engine does not control, at the root. */
  List<UncontrolledLoad> loads(TimeGrid grid, Outlook outlook) {
    CircuitId root = site.circuits().root().id();
    PowerCurve forecast = outlook.load().forecastLoad(grid, outlook.measuredLoad());
    return List.of(UncontrolledLoad.balanced(root, forecast));
  }
}
