package energy.setpoint.core.control.grid;

import energy.setpoint.core.event.DerEvent;
import energy.setpoint.core.event.ExternalLimitEvent;
import energy.setpoint.core.event.TariffsReported;
import energy.setpoint.core.site.StationId;

/**
 * What utilities and others have set at the stations of a site.
 *
 * @param der what the inverters were told
 * @param limits what stations may take by the word of somebody else
 * @param tariffs what drivers pay
 */
public record GridBook(DerBook der, ExternalLimits limits, TariffBook tariffs) {

  public GridBook() {
    this(new DerBook(), new ExternalLimits(), new TariffBook());
  }

  public void saw(DerEvent event) {
    der.saw(event);
  }

  public void saw(ExternalLimitEvent event) {
    limits.saw(event);
  }

  public void saw(TariffsReported event) {
    tariffs.saw(event);
  }

  /** A station started anew. */
  public void booted(StationId station) {
    der.booted(station);
    limits.booted(station);
  }
}
