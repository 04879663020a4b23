package energy.setpoint.core.control;

import energy.setpoint.core.site.Site;
import energy.setpoint.core.tariff.Tariff;

/**
 * What the loop is told about a site before it starts.
 *
 * @param typicalLoad at least 0 W in each hour
 * @param typicalProduction at most 0 W in each hour, all inverters together
 */
public record SiteModel(
    Site site, Tariff tariff, NeedBook needs, DayShape typicalLoad, DayShape typicalProduction) {}
