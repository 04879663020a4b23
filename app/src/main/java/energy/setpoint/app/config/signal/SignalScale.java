package energy.setpoint.app.config.signal;

import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.signal.GridFlow;
import energy.setpoint.core.site.Battery;
import energy.setpoint.core.site.GridConnection;
import energy.setpoint.core.site.Inverter;
import energy.setpoint.core.site.Station;
import java.util.List;
import java.util.Optional;

/**
 * What relative limits refer to.
 *
 * @param controllable EVSEs and batteries, which the grid operator counts as controllable devices
 * @param imported the whole, in the direction of import
 * @param exported the whole, in the direction of export
 */
public record SignalScale(long controllable, Power imported, Power exported) {

  /**
   * The whole is the contract; for export it is what is installed, where there are inverters.
   *
   * @param grid empty when the file says nothing sound about it
   */
  public static SignalScale of(
      Optional<GridConnection> grid,
      List<Station> stations,
      List<Battery> batteries,
      List<Inverter> inverters) {
    long evses = stations.stream().mapToLong(station -> station.evses().size()).sum();
    Power contract = grid.map(GridConnection::exportLimit).orElse(Power.ZERO);
    return new SignalScale(
        evses + batteries.size(),
        grid.map(GridConnection::importLimit).orElse(Power.ZERO),
        inverters.stream().map(Inverter::rated).reduce(Power::plus).orElse(contract));
  }

  /**
   * What an energy management system gets for all its devices where one alone gets this much: each
   * further one counts 0.8 times where there are two, and 0.05 less with each more, down to 0.45
   * (Federal Network Agency, BK6-22-300, annex 1, on §14a EnWG).
   */
  Power forAllDevices(Power forOne) {
    double factor = Math.max(0.45, 0.9 - 0.05 * controllable);
    return controllable == 0 ? Power.ZERO : forOne.times(1 + (controllable - 1) * factor);
  }

  Power whole(GridFlow flow) {
    return switch (flow) {
      case IMPORT -> imported;
      case EXPORT -> exported;
    };
  }
}
