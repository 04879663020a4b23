package energy.setpoint.app.plan.reading;

import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.app.plan.request.PlanRequest;
import energy.setpoint.core.plan.money.Money;
import energy.setpoint.core.plan.part.BatteryAsset;
import energy.setpoint.core.plan.part.FlexibleLoad;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.time.TimeGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads everything connected to the circuits that a plan decides about. */
record Devices(PlanRequest request, TimeGrid grid, Circuits circuits, Findings findings) {

  /** Reads one entry of a list. */
  @FunctionalInterface
  interface Entry<R, T> {
    Optional<T> read(R request, int index, Findings findings);
  }

  /** Reads all entries of a list; those with mistakes are left out. */
  static <R, T> List<T> each(List<R> requests, Findings findings, Entry<R, T> entry) {
    List<T> all = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      entry.read(requests.get(i), i, findings.at(i)).ifPresent(all::add);
    }
    return all;
  }

  List<VehicleDemand> vehicles(Voltage voltage) {
    return each(
        request.vehicles(),
        findings.at("vehicles"),
        (vehicle, index, here) ->
            new VehicleReader(vehicle, index, here).read(grid, circuits, voltage));
  }

  List<BatteryAsset> batteries(Money money) {
    double meanPrice =
        IntStream.range(0, grid.size())
            .mapToDouble(step -> money.imports().paid(step).perKilowattHour())
            .average()
            .orElse(0);
    return each(
        request.batteries(),
        findings.at("batteries"),
        (battery, index, here) ->
            new BatteryReader(battery, index, here).read(circuits, meanPrice));
  }

  List<FlexibleLoad> flexibleLoads() {
    return each(
        request.flexibleLoads(),
        findings.at("flexibleLoads"),
        (load, index, here) -> FlexibleLoadReader.read(load, index, grid, circuits, here));
  }
}
