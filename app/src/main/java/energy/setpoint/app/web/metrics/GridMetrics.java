package energy.setpoint.app.web.metrics;

import energy.setpoint.app.engine.EngineView;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The site as a whole: what flows at the grid connection, on what terms, and for whom. */
@Component
final class GridMetrics implements MeterBinder {

  private final EngineView engine;

  GridMetrics(EngineView engine) {
    this.engine = engine;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    new Gauges<>(registry, engine, Tags.empty(), Optional::of)
        .add(
            "setpoint.grid.power",
            "watts",
            "Measured at the grid connection.",
            s -> Gauges.watts(s.gridPower()))
        .add(
            "setpoint.grid.import.limit",
            "watts",
            "The most that may be taken from the grid now.",
            s -> s.importLimit().watts())
        .add(
            "setpoint.uncontrolled.power",
            "watts",
            "Estimated load outside the engine's control.",
            s -> Gauges.watts(s.uncontrolled()))
        .add(
            "setpoint.import.price",
            "Price of energy from the grid per kWh, in the site's currency.",
            s -> s.importPrice().perKilowattHour())
        .add(
            "setpoint.sessions.open",
            "Vehicles that are connected.",
            s -> s.evses().stream().filter(evse -> evse.session().isPresent()).count())
        .add("setpoint.alerts", "What an operator should look at.", s -> s.alerts().size());
  }
}
