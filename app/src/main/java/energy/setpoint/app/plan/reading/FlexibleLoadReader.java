package energy.setpoint.app.plan.reading;

import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.app.plan.json.Part;
import energy.setpoint.app.plan.request.FlexibleLoadRequest;
import energy.setpoint.core.plan.part.FlexibleLoad;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.TimeGrid;
import java.util.List;
import java.util.Optional;

/** Reads one flexible load of a request. */
final class FlexibleLoadReader {

  private FlexibleLoadReader() {}

  /**
   * @param index counted from 0, for the default name
   */
  static Optional<FlexibleLoad> read(
      FlexibleLoadRequest request, int index, TimeGrid grid, Circuits circuits, Findings findings) {
    int before = findings.count();
    Part part = new Part(findings);
    Optional<CircuitId> circuit = circuits.find(request.circuit(), findings);
    Optional<DeviceId> id = part.name("id", request.id(), "load-" + (index + 1), DeviceId::new);
    Optional<Interval> available =
        part.interval("start", request.start(), "end", request.end(), Optional.of(grid));
    double need = part.required("needWh", request.needWh(), 0, Part.MOST);
    double most = part.required("maxPowerW", request.maxPowerW(), 0, Part.MOST);
    double weight = part.optional("weight", request.weight(), 1e-6, 1e6, 1);
    if (findings.count() > before || circuit.isEmpty()) {
      return Optional.empty();
    }
    return findings.attempt(() ->
        new FlexibleLoad(
            id.orElseThrow(),
            circuit.get(),
            request.phases().isEmpty() ? List.of(Phase.values()) : request.phases(),
            available.orElseThrow(),
            new Energy(need),
            new Power(most),
            weight));
  }
}
