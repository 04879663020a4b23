package energy.setpoint.app.plan;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.plan.Uncertainty;
import energy.setpoint.core.plan.money.Carbon;
import energy.setpoint.core.plan.money.EnergyRates;
import energy.setpoint.core.plan.money.Money;
import energy.setpoint.core.plan.money.PeakPrice;
import energy.setpoint.core.plan.part.BatteryAsset;
import energy.setpoint.core.plan.part.ChargingTraits;
import energy.setpoint.core.plan.part.FlexibleLoad;
import energy.setpoint.core.plan.part.GridEvent;
import energy.setpoint.core.plan.part.Quantiles;
import energy.setpoint.core.plan.part.SolarForecast;
import energy.setpoint.core.plan.part.UncontrolledLoad;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.site.Battery;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the core can say can be said in JSON: whoever adds a component names its key here. */
class EveryPartHasAKeyTest {

  private static final String PROBLEM =
      """
      PlanningProblem.site = site
      PlanningProblem.grid = boundaries
      PlanningProblem.voltage = voltageV
      PlanningProblem.circuits = circuits
      PlanningProblem.importLimit = importLimitW
      PlanningProblem.exportLimit = exportLimitW
      PlanningProblem.vehicles = vehicles
      PlanningProblem.batteries = batteries
      PlanningProblem.solar = solar
      PlanningProblem.loads = loads
      PlanningProblem.flexibleLoads = flexibleLoads
      PlanningProblem.money = importPricePerKwh
      PlanningProblem.events = events
      PlanningProblem.uncertainty = uncertainty
      PlanningProblem.inForce = inForce
      PlanningProblem.reliefCredit = reliefCredit
      VehicleDemand.session = VehicleRequest.id
      VehicleDemand.evse = VehicleRequest.evse
      VehicleDemand.circuit = VehicleRequest.circuit
      VehicleDemand.phases = VehicleRequest.phases
      VehicleDemand.connected = VehicleRequest.departure
      VehicleDemand.stored = VehicleRequest.storedWh
      VehicleDemand.capacity = VehicleRequest.capacityWh
      VehicleDemand.target = VehicleRequest.targetWh
      VehicleDemand.minimumAtDeparture = VehicleRequest.minimumAtDepartureWh
      VehicleDemand.floor = VehicleRequest.floorWh
      VehicleDemand.maxCharge = VehicleRequest.maxChargeW
      VehicleDemand.maxDischarge = VehicleRequest.maxDischargeW
      VehicleDemand.chargeEfficiency = VehicleRequest.chargeEfficiency
      VehicleDemand.dischargeEfficiency = VehicleRequest.dischargeEfficiency
      VehicleDemand.weight = VehicleRequest.weight
      VehicleDemand.essential = VehicleRequest.essentialWh
      VehicleDemand.latePrice = VehicleRequest.latePricePerKwh
      VehicleDemand.wear = VehicleRequest.wearPerKwh
      VehicleDemand.traits = VehicleRequest.leastChargeW
      VehicleDemand.expected = VehicleRequest.expected
      ChargingTraits.leastCharge = VehicleRequest.leastChargeA
      ChargingTraits.chargeStep = VehicleRequest.chargeStepA
      ChargingTraits.mostStarts = VehicleRequest.mostStarts
      ChargingTraits.charging = VehicleRequest.charging
      ChargingTraits.taper = VehicleRequest.taper
      Point.stored = TaperPoint.storedWh
      Point.most = TaperPoint.mostW
      BatteryAsset.battery = BatteryRequest.id
      BatteryAsset.stored = BatteryRequest.storedWh
      BatteryAsset.valueOfRest = BatteryRequest.valueOfRestPerKwh
      BatteryAsset.reserve = BatteryRequest.reserveWh
      BatteryAsset.wear = BatteryRequest.wearPerKwh
      Battery.id = BatteryRequest.id
      Battery.circuit = BatteryRequest.circuit
      Battery.capacity = BatteryRequest.capacityWh
      Battery.maxCharge = BatteryRequest.maxChargeW
      Battery.maxDischarge = BatteryRequest.maxDischargeW
      Battery.chargeEfficiency = BatteryRequest.chargeEfficiency
      Battery.dischargeEfficiency = BatteryRequest.dischargeEfficiency
      Battery.lowest = BatteryRequest.lowestSocPercent
      Battery.highest = BatteryRequest.highestSocPercent
      SolarForecast.circuit = SolarRequest.circuit
      SolarForecast.production = SolarRequest.powerW
      SolarForecast.curtailable = SolarRequest.curtailable
      SolarForecast.quantiles = SolarRequest.quantiles
      UncontrolledLoad.circuit = LoadRequest.circuit
      UncontrolledLoad.l1 = LoadRequest.l1W
      UncontrolledLoad.l2 = LoadRequest.l2W
      UncontrolledLoad.l3 = LoadRequest.l3W
      UncontrolledLoad.quantiles = LoadRequest.quantiles
      Quantiles.levels = SolarRequest.quantiles
      Level.share = QuantileRequest.share
      Level.power = QuantileRequest.powerW
      FlexibleLoad.id = FlexibleLoadRequest.id
      FlexibleLoad.circuit = FlexibleLoadRequest.circuit
      FlexibleLoad.phases = FlexibleLoadRequest.phases
      FlexibleLoad.available = FlexibleLoadRequest.end
      FlexibleLoad.need = FlexibleLoadRequest.needWh
      FlexibleLoad.most = FlexibleLoadRequest.maxPowerW
      FlexibleLoad.weight = FlexibleLoadRequest.weight
      Money.imports = importPricePerKwh
      Money.exports = exportPricePerKwh
      Money.peaks = peakPrices
      Money.carbon = carbon
      EnergyRates.energy = importPricePerKwh
      EnergyRates.fee = importFeePerKwh
      EnergyRates.taxShare = importTaxPercent
      PeakPrice.name = PeakPriceRequest.name
      PeakPrice.tiers = PeakPriceRequest.tiers
      PeakPrice.reached = PeakPriceRequest.reachedW
      PeakPrice.windows = PeakPriceRequest.windows
      PeakPrice.metering = PeakPriceRequest.meteringMinutes
      PeakPrice.taken = PeakPriceRequest.takenWh
      Tier.from = TierRequest.fromW
      Tier.perKilowatt = TierRequest.perKw
      Carbon.gramsPerKilowattHour = CarbonRequest.gramsPerKwh
      Carbon.pricePerKilogram = CarbonRequest.pricePerKg
      GridEvent.id = EventRequest.id
      GridEvent.during = EventRequest.end
      GridEvent.least = EventRequest.leastW
      GridEvent.most = EventRequest.mostW
      GridEvent.obligation = EventRequest.penaltyPerKwh
      Paid.reward = EventRequest.reward
      Paid.penalty = EventRequest.penaltyPerKwh
      ByQuantile.solar = ByQuantileRequest.solar
      ByQuantile.load = ByQuantileRequest.load
      Scenarios.all = UncertaintyRequest.scenarios
      Scenarios.hereAndNow = UncertaintyRequest.hereAndNowMinutes
      Scenario.name = ScenarioRequest.name
      Scenario.probability = ScenarioRequest.probability
      Scenario.solar = ScenarioRequest.solar
      Scenario.loads = ScenarioRequest.loads
      Scenario.absent = ScenarioRequest.absent
      """;

  private static final String RESULT =
      """
      Plan.id = id
      Plan.site = site
      Plan.createdAt = createdAt
      Plan.grid = boundaries
      Plan.vehicles = vehicles
      Plan.batteries = batteries
      Plan.loads = flexibleLoads
      Plan.inverters = inverters
      Plan.uncontrolled = uncontrolledW
      Plan.solar = solarW
      Plan.gridPower = gridW
      Plan.cost = cost
      Plan.shortfalls = shortfalls
      Plan.report = report
      Plan.prices = prices
      SolveReport.method = Report.method
      SolveReport.status = Report.status
      SolveReport.reason = Report.reason
      SolveReport.elapsed = Report.elapsedMs
      SolveReport.modelling = Report.modellingMs
      SolveReport.bound = Report.bound
      SolveReport.expectation = Report.expectation
      Expectation.outcomes = Expectation.outcomes
      Expectation.bound = Expectation.bound
      Expectation.unaware = Expectation.unawareCost
      Outcome.scenario = ScenarioOutcome.scenario
      Outcome.share = ScenarioOutcome.share
      Outcome.cost = ScenarioOutcome.cost
      Outcome.missing = ScenarioOutcome.missingWh
      """;

  @Test
  void ofAProblem() {
    assertKeys(
        PROBLEM,
        PlanSchemas.PROBLEM,
        List.of(
            PlanningProblem.class,
            VehicleDemand.class,
            ChargingTraits.class,
            ChargingTraits.Point.class,
            BatteryAsset.class,
            Battery.class,
            SolarForecast.class,
            UncontrolledLoad.class,
            Quantiles.class,
            Quantiles.Level.class,
            FlexibleLoad.class,
            Money.class,
            EnergyRates.class,
            PeakPrice.class,
            PeakPrice.Tier.class,
            Carbon.class,
            GridEvent.class,
            GridEvent.Obligation.Mandatory.class,
            GridEvent.Obligation.Paid.class,
            Uncertainty.Ignored.class,
            Uncertainty.ByQuantile.class,
            Uncertainty.Scenarios.class,
            Uncertainty.Scenario.class));
  }

  @Test
  void ofAPlan() {
    assertKeys(
        RESULT,
        PlanSchemas.RESULT,
        List.of(
            Plan.class,
            SolveReport.class,
            Uncertainty.Expectation.class,
            Uncertainty.Expectation.Outcome.class));
  }

  private static void assertKeys(String table, PlanSchemas schema, List<Class<?>> records) {
    Map<String, String> keys = keys(table);

    assertThat(keys.keySet())
        .containsExactlyInAnyOrderElementsOf(
            records.stream()
                .flatMap(record ->
                    Arrays.stream(record.getRecordComponents())
                        .map(part -> record.getSimpleName() + "." + part.getName()))
                .toList());
    JsonNode json = JsonMapper.shared().readTree(schema.text());
    assertThat(keys.values()).allSatisfy(key -> assertThat(find(json, key)).as(key).isTrue());
  }

  private static Map<String, String> keys(String table) {
    Map<String, String> keys = new TreeMap<>();
    table.lines().map(line -> line.split(" = ")).forEach(pair -> keys.put(pair[0], pair[1]));
    return keys;
  }

  private static boolean find(JsonNode schema, String key) {
    int dot = key.indexOf('.');
    JsonNode definition = dot < 0 ? schema : schema.at("/$defs/" + key.substring(0, dot));
    return definition.path("properties").has(key.substring(dot + 1));
  }
}
