package energy.setpoint.core.event;

import energy.setpoint.core.site.StationId;
import energy.setpoint.core.tariff.driver.TariffAssignment;
import java.time.Instant;
import java.util.List;

/** A station told which tariffs it holds, all of them. */
public record TariffsReported(StationId station, Instant at, List<TariffAssignment> assignments)
    implements StationEvent {

  public TariffsReported {
    assignments = List.copyOf(assignments);
  }
}
