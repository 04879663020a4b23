package energy.setpoint.app.web.view;

import energy.setpoint.core.tariff.PriceRule;
import energy.setpoint.core.tariff.Tariff;
import energy.setpoint.core.time.TimeGrid;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** What energy costs over some time. */
@Schema(description = "What energy costs, step by step; the mean of each step.")
public record PriceCurve(
    @Schema(description = "As in ISO 4217.", example = "EUR") String currency,
    @Schema(description = "Where each step begins, and at last where the last one ends.")
        List<Instant> boundaries,
    @Schema(description = "Paid per kWh from the grid.") List<Double> importPricePerKwh,
    @Schema(description = "Earned per kWh into the grid.") List<Double> exportPricePerKwh) {

  public static PriceCurve of(Tariff tariff, TimeGrid grid) {
    return new PriceCurve(
        tariff.currency().getCurrencyCode(),
        grid.boundaries(),
        prices(tariff.importPrice(), grid),
        prices(tariff.exportPrice(), grid));
  }

  private static List<Double> prices(PriceRule rule, TimeGrid grid) {
    return IntStream.range(0, grid.size())
        .mapToObj(step -> Rounded.price(rule.over(grid.step(step)).perKilowattHour()))
        .toList();
  }
}
