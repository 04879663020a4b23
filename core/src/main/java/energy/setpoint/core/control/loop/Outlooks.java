package energy.setpoint.core.control.loop;

import energy.setpoint.core.control.SiteModel;
import energy.setpoint.core.control.book.DeviceBook;
import energy.setpoint.core.control.measure.Observations;
import energy.setpoint.core.control.plan.Outlook;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.quantity.PhaseCurrents;
import java.time.Instant;
import java.util.Optional;

/** Gathers what the planner is told about the hours to come. */
final class Outlooks {

  private final SiteModel model;
  private final GridTerms terms;
  private final DeviceBook devices;
  private final Observations observations;

  Outlooks(SiteModel model, GridTerms terms, DeviceBook devices, Observations observations) {
    this.model = model;
    this.terms = terms;
    this.devices = devices;
    this.observations = observations;
  }

  Outlook at(Instant now, Optional<PhaseCurrents> uncontrolled, Optional<Plan> inForce) {
    return new Outlook(
        terms.tariff(),
        model.typicalLoad(),
        model.typicalProduction(),
        uncontrolled.map(currents -> currents.at(model.site().voltage())),
        devices.solar(now),
        terms.importLimit(),
        observations.peakReached(now),
        observations.meteringInterval(),
        observations.takenInInterval(now),
        inForce);
  }
}
