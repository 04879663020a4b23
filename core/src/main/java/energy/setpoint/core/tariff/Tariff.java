package energy.setpoint.core.tariff;

import java.util.Currency;
import java.util.Optional;

/**
 * What a site pays for energy and power, and what it is paid.
 *
 * @param importPrice for energy taken from the grid
 * @param exportPrice paid to the site for energy fed into the grid
 * @param demandCharge where the supplier bills the month's peak
 */
public record Tariff(
    Currency currency,
    PriceRule importPrice,
    PriceRule exportPrice,
    Optional<DemandCharge> demandCharge) {}
