package energy.setpoint.ocpp.proxy.bound;

import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.time.Interval;
import java.time.Instant;
import java.util.Optional;

/** The upper bound that the CSMS of a station sets for what we may allow. */
public interface CsmsBound {

  /**
   * @param evse counted from 1
   * @return what we want, or less where the CSMS allows less at any time of the interval
   */
  Ceiling ofEvse(int evse, Interval during, Ceiling wanted);

  /** The same for all EVSEs of the station together. */
  Ceiling ofStation(Interval during, Ceiling wanted);

  /** The same for what every EVSE may do from a moment on, whatever becomes of the engine. */
  Ceiling ofFallback(Instant from, Ceiling wanted);

  /** Why no limit of ours for the station as a whole would hold; empty when it would. */
  Optional<String> findObstacle();

  /** The next moment within an hour at which the CSMS may allow something else by itself. */
  Optional<Instant> findNextStep(Instant now);
}
