package energy.setpoint.ocpp.proxy;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.proxy.limit.PowerPaths;
import energy.setpoint.ocpp.proxy.outage.ProfileWrites;
import energy.setpoint.ocpp.proxy.outage.ProxyStore;

/**
 * What of one station outlives its connections.
 *
 * @param paths what it told of its transactions
 * @param profiles on their way to the store
 */
record StationMemory(PowerPaths paths, ProfileWrites profiles) {

  static StationMemory of(StationId station, ProxyStore store) {
    return new StationMemory(new PowerPaths(), new ProfileWrites(station, store));
  }
}
