package energy.setpoint.core.intent;

import energy.setpoint.core.site.EvseRef;
import java.util.Set;

/**
 * Say which services a vehicle may choose from over ISO 15118-20, now or in a renegotiation.
 *
 * @param transactionId of the running transaction
 * @param services not empty
 */
public record AllowEnergyTransfer(EvseRef evse, String transactionId, Set<EnergyService> services)
    implements EvseIntent {

  public AllowEnergyTransfer {
    services = Set.copyOf(services);
    if (services.isEmpty()) {
      throw new IllegalArgumentException("At least one service must be allowed.");
    }
  }

  /** A way of charging, as vehicles negotiate it. */
  public enum EnergyService {
    AC_SINGLE_PHASE,
    AC_TWO_PHASE,
    AC_THREE_PHASE,
    DC,
    AC_BIDIRECTIONAL,
    AC_BIDIRECTIONAL_DER,
    AC_DER,
    DC_BIDIRECTIONAL,
    DC_PANTOGRAPH,
    DC_PANTOGRAPH_BIDIRECTIONAL,
    WIRELESS
  }
}
