package energy.setpoint.core.control;

import energy.setpoint.core.signal.GridSignal;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.tariff.Tariff;
import java.util.List;

/**
 * What the loop is told about a site before it starts.
 *
 * @param typicalLoad at least 0 W in each hour
 * @param typicalProduction at most 0 W in each hour, all inverters together
 * @param signals the devices through which the grid operator limits the site
 */
public record SiteModel(
    Site site,
    Tariff tariff,
    NeedBook needs,
    DayShape typicalLoad,
    DayShape typicalProduction,
    List<GridSignal> signals) {

  public SiteModel {
    signals = List.copyOf(signals);
  }

  /** A site without a device of the grid operator. */
  public SiteModel(
      Site site, Tariff tariff, NeedBook needs, DayShape typicalLoad, DayShape typicalProduction) {
    this(site, tariff, needs, typicalLoad, typicalProduction, List.of());
  }
}
