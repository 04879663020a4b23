package energy.setpoint.ocpp.proxy.bound;

import energy.setpoint.core.intent.Ceiling;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * What must be known of a station, beside the profiles of its CSMS, to say what they allow it. Any
 * thread may ask.
 */
public interface BoundedStation {

  /** How many EVSEs it has, at least 1. */
  int evses();

  /** True when its EVSEs are DC. */
  boolean directCurrent();

  /** The highest stack level that it takes. */
  int maxStackLevel();

  /** The EVSEs at which a transaction is running. */
  Set<Integer> listBusy();

  /** The transaction that is running at an EVSE. */
  Optional<String> findTransaction(int evse);

  /** What the engine wants of an EVSE at most; empty when that is over or was never said. */
  Optional<Ceiling> findWanted(int evse, Instant now);

  /** Of the clock at the station; empty when nobody knows it. */
  Optional<ZoneId> zone();
}
