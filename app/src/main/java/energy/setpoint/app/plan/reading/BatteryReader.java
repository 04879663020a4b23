package energy.setpoint.app.plan.reading;

import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.app.plan.json.Part;
import energy.setpoint.app.plan.request.BatteryRequest;
import energy.setpoint.core.plan.part.BatteryAsset;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.site.Battery;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.DeviceId;
import java.util.Optional;

/** Reads one battery of a request. */
final class BatteryReader {

  private final BatteryRequest request;
  private final int index;
  private final Findings findings;
  private final Part part;

  /**
   * @param index counted from 0, for the default name
   */
  BatteryReader(BatteryRequest request, int index, Findings findings) {
    this.request = request;
    this.index = index;
    this.findings = findings;
    this.part = new Part(findings);
  }

  Optional<BatteryAsset> read(Circuits circuits, double meanImportPrice) {
    int before = findings.count();
    Optional<CircuitId> circuit = circuits.find(request.circuit(), findings);
    Optional<DeviceId> id = part.name("id", request.id(), "battery-" + (index + 1), DeviceId::new);
    double capacity = part.required("capacityWh", request.capacityWh(), 1, Part.MOST);
    double stored = part.required("storedWh", request.storedWh(), 0, capacity);
    double charge = part.required("maxChargeW", request.maxChargeW(), 0, Part.MOST);
    double discharge = part.required("maxDischargeW", request.maxDischargeW(), 0, Part.MOST);
    double in = part.efficiency("chargeEfficiency", request.chargeEfficiency());
    double out = part.efficiency("dischargeEfficiency", request.dischargeEfficiency());
    double lowest = part.optional("lowestSocPercent", request.lowestSocPercent(), 0, 100, 0);
    double highest =
        part.optional("highestSocPercent", request.highestSocPercent(), lowest, 100, 100);
    double reserve = part.optional("reserveWh", request.reserveWh(), 0, capacity, 0);
    double wear = part.optional("wearPerKwh", request.wearPerKwh(), 0, 1000, 0);
    double rest =
        part.optional(
            "valueOfRestPerKwh",
            request.valueOfRestPerKwh(),
            -1000,
            1000,
            Math.max(0, meanImportPrice * out));
    if (findings.count() > before || circuit.isEmpty()) {
      return Optional.empty();
    }
    return findings.attempt(() ->
        new BatteryAsset(
            new Battery(
                id.orElseThrow(),
                circuit.get(),
                new Energy(capacity),
                new Power(charge),
                new Power(discharge),
                in,
                out,
                StateOfCharge.ofPercent(lowest),
                StateOfCharge.ofPercent(highest)),
            new Energy(stored),
            new EnergyPrice(rest),
            new Energy(reserve),
            new EnergyPrice(wear)));
  }
}
