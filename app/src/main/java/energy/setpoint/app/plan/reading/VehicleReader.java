package energy.setpoint.app.plan.reading;

import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.app.plan.json.Part;
import energy.setpoint.app.plan.request.VehicleRequest;
import energy.setpoint.core.plan.part.ChargingTraits;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.TimeGrid;
import java.util.List;
import java.util.Optional;

/** Reads one vehicle of a request. */
final class VehicleReader {

  private static final double MOST_PRICE = 1000;

  private final VehicleRequest request;
  private final int index;
  private final Findings findings;
  private final Part part;

  /**
   * @param index counted from 0, for default names
   */
  VehicleReader(VehicleRequest request, int index, Findings findings) {
    this.request = request;
    this.index = index;
    this.findings = findings;
    this.part = new Part(findings);
  }

  Optional<VehicleDemand> read(TimeGrid grid, Circuits circuits, Voltage voltage) {
    int before = findings.count();
    Optional<CircuitId> circuit = circuits.find(request.circuit(), findings);
    Optional<SessionId> session =
        part.name("id", request.id(), "vehicle-" + (index + 1), SessionId::new);
    Optional<EvseRef> evse = evse();
    Optional<Interval> connected =
        part.interval(
            "arrival", request.arrival(), "departure", request.departure(), Optional.of(grid));
    double target = part.required("targetWh", request.targetWh(), 0, Part.MOST);
    double capacity = part.optional("capacityWh", request.capacityWh(), target, Part.MOST, target);
    double essential = energy("essentialWh", request.essentialWh(), target);
    double stored = energy("storedWh", request.storedWh(), capacity);
    double minimum = energy("minimumAtDepartureWh", request.minimumAtDepartureWh(), capacity);
    double floor = energy("floorWh", request.floorWh(), capacity);
    double charge = part.required("maxChargeW", request.maxChargeW(), 0, Part.MOST);
    double discharge = part.optional("maxDischargeW", request.maxDischargeW(), 0, Part.MOST, 0);
    double in = part.efficiency("chargeEfficiency", request.chargeEfficiency());
    double out = part.efficiency("dischargeEfficiency", request.dischargeEfficiency());
    double weight = part.optional("weight", request.weight(), 1e-6, 1e6, 1);
    double late = part.optional("latePricePerKwh", request.latePricePerKwh(), 0, MOST_PRICE, 0);
    double wear = part.optional("wearPerKwh", request.wearPerKwh(), 0, MOST_PRICE, 0);
    Optional<ChargingTraits> traits = new TraitsReader(request, findings).read(voltage, charge);
    if (findings.count() > before || circuit.isEmpty() || traits.isEmpty()) {
      return Optional.empty();
    }
    return findings.attempt(() ->
        new VehicleDemand(
            session.orElseThrow(),
            evse.orElseThrow(),
            circuit.get(),
            request.phases().isEmpty() ? List.of(Phase.values()) : request.phases(),
            connected.orElseThrow(),
            new Energy(stored),
            new Energy(capacity),
            new Energy(target),
            new Energy(minimum),
            new Energy(floor),
            new Power(charge),
            new Power(discharge),
            in,
            out,
            weight,
            new Energy(essential),
            request.latePricePerKwh().map(price -> new EnergyPrice(late)),
            new EnergyPrice(wear),
            traits.get(),
            request.expected().orElse(false)));
  }

  private Optional<EvseRef> evse() {
    String station = request.station().orElse("station-" + (index + 1));
    int number = part.count("evse", request.evse(), 1, Integer.MAX_VALUE, 1);
    return findings.at("station").attempt(() -> EvseRef.of(station, number));
  }

  private double energy(String key, Optional<Double> value, double most) {
    return part.optional(key, value, 0, most, 0);
  }
}
