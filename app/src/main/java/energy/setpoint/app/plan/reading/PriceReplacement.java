package energy.setpoint.app.plan.reading;

import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.TimeGrid;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Prices per kilowatt-hour that replace the usual ones for a while. */
record PriceReplacement(
    Interval during,
    Optional<Double> importPerKilowattHour,
    Optional<Double> exportPerKilowattHour) {

  List<EnergyPrice> onImport(List<EnergyPrice> usual, TimeGrid grid) {
    return importPerKilowattHour.map(price -> over(usual, price, grid)).orElse(usual);
  }

  List<EnergyPrice> onExport(List<EnergyPrice> usual, TimeGrid grid) {
    return exportPerKilowattHour.map(price -> over(usual, price, grid)).orElse(usual);
  }

  /** A step that lies in the event in part gets the mean by time. */
  private List<EnergyPrice> over(List<EnergyPrice> usual, double price, TimeGrid grid) {
    return IntStream.range(0, usual.size())
        .mapToObj(step -> {
          double share = grid.share(step, during);
          double before = usual.get(step).perKilowattHour();
          return new EnergyPrice(share * price + (1 - share) * before);
        })
        .toList();
  }
}
