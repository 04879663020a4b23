package energy.setpoint.core.control.loop;

import energy.setpoint.core.control.SiteModel;
import energy.setpoint.core.control.book.DeviceBook;
import energy.setpoint.core.control.measure.Observations;
import energy.setpoint.core.control.plan.Outlook;
import energy.setpoint.core.forecast.site.SiteForecasts;
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
  private final SiteForecasts forecasts;

  Outlooks(SiteModel model, GridTerms terms, DeviceBook devices, Observations observations) {
    this.model = model;
    this.terms = terms;
    this.devices = devices;
    this.observations = observations;
    this.forecasts =
        new SiteForecasts(
            model.site(),
            at -> model.typicalLoad().typical(at).watts(),
            at -> model.typicalProduction().typical(at).watts());
  }

  /**
   * Lets the forecasts learn from what is measured now.
   *
   * @param heldBack whether inverters may produce less than they could, which nobody shall learn
   */
  void saw(Instant now, Optional<PhaseCurrents> uncontrolled, boolean heldBack) {
    forecasts.saw(
        now,
        uncontrolled.map(currents -> currents.at(model.site().voltage())),
        heldBack ? Optional.empty() : devices.allSolar(now));
  }

  SiteForecasts forecasts() {
    return forecasts;
  }

  Outlook at(Instant now, Optional<PhaseCurrents> uncontrolled, Optional<Plan> inForce) {
    return new Outlook(
        terms.tariff(),
        forecasts,
        model.typicalLoad(),
        model.typicalProduction(),
        uncontrolled.map(currents -> currents.at(model.site().voltage())),
        devices.solar(now),
        terms.importLimit(),
        terms.exportLimit(),
        observations.peakReached(now),
        observations.meteringInterval(),
        observations.takenInInterval(now),
        inForce);
  }
}
