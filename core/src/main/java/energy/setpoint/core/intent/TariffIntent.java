package energy.setpoint.core.intent;

import energy.setpoint.core.site.StationId;
import energy.setpoint.core.tariff.driver.DriverTariff;
import java.util.List;
import java.util.OptionalInt;

/** What a station shall reckon with when a driver pays (OCPP 2.1 part 2, use cases I07 to I11). */
public sealed interface TariffIntent extends RequestedIntent {

  /**
   * Set the tariff of drivers who have none of their own.
   *
   * @param evse number of the EVSE; empty for all of them
   */
  record SetDefault(StationId station, OptionalInt evse, DriverTariff tariff)
      implements TariffIntent {}

  /** From now on reckon a running transaction by another tariff of the same currency. */
  record ChangeTransaction(StationId station, String transactionId, DriverTariff tariff)
      implements TariffIntent {}

  /**
   * Forget tariffs; a running transaction keeps its own.
   *
   * @param evse number of the EVSE; empty for all of them
   * @param tariffIds empty for all of them
   */
  record Clear(StationId station, OptionalInt evse, List<String> tariffIds)
      implements TariffIntent {
    public Clear {
      tariffIds = List.copyOf(tariffIds);
    }
  }

  /** Tell which tariffs there are. */
  record AskForTariffs(StationId station) implements TariffIntent {}
}
