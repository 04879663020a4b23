package energy.setpoint.ocpp.proxy.bound;

import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.time.Interval;

/** The upper bound that the CSMS of a station sets for what we may allow. */
public interface CsmsBound {

  /**
   * @param evse counted from 1
   * @return what we want, or less where the CSMS allows less at any time of the interval
   */
  Ceiling ofEvse(int evse, Interval during, Ceiling wanted);

  /** The same for what holds for every EVSE of the station. */
  Ceiling ofStation(Interval during, Ceiling wanted);
}
