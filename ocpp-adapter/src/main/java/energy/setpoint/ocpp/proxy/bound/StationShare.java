package energy.setpoint.ocpp.proxy.bound;

import energy.setpoint.core.quantity.Current;
import java.util.ArrayList;
import java.util.List;

/**
 * What one EVSE gets of a limit for all EVSEs of a station together: nobody gets more than wanted,
 * and those that want more than an equal part share evenly what the others leave.
 *
 * @param total per phase; all EVSEs are taken to load the same phase
 */
record StationShare(Current total) {

  /**
   * @param wanted by the EVSE itself
   * @param others what each of the others wants
   */
  Current of(Current wanted, List<Current> others) {
    List<Current> all = new ArrayList<>(others);
    all.add(wanted);
    all.sort(null);
    long left = total.milliamps();
    int sharers = all.size();
    for (Current each : all) {
      long part = left / sharers;
      if (each.milliamps() >= part) {
        return wanted.min(Current.ofMilliamps(part));
      }
      left -= each.milliamps();
      sharers--;
    }
    return wanted;
  }
}
