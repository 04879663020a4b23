package energy.setpoint.core.control.book;

import energy.setpoint.core.control.SiteModel;
import energy.setpoint.core.control.grid.GridBook;
import energy.setpoint.core.forecast.Experience;
import energy.setpoint.core.port.SessionStore;

/**
 * All that was last heard on a site. Confined to the engine's loop.
 *
 * @param sessions one for each occupied EVSE
 * @param stations what stations and EVSEs said
 * @param devices readings of meters, inverters and batteries
 * @param grid what utilities and others set at stations
 * @param orders what operators want of EVSEs
 * @param phases on how many the engine wants vehicles to charge
 */
public record Books(
    SessionBook sessions,
    StationBook stations,
    DeviceBook devices,
    GridBook grid,
    OrderBook orders,
    PhaseBook phases) {

  /**
   * Books in which nothing is written yet.
   *
   * @param experience learns from every session that ends
   */
  public static Books empty(SiteModel model, Experience experience, SessionStore store) {
    LearningStore learning = new LearningStore(model.site(), experience, store);
    return new Books(
        new SessionBook(model.needs(), learning),
        new StationBook(),
        new DeviceBook(model.site()),
        new GridBook(),
        new OrderBook(),
        new PhaseBook());
  }
}
