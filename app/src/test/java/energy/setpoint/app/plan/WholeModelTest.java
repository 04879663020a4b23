package energy.setpoint.app.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.money.PeakPrice.Tier;
import energy.setpoint.core.plan.part.ChargingTraits;
import energy.setpoint.core.plan.part.GridEvent.Obligation;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.DeviceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WholeModelTest {

  private static final String START = "2026-11-02T18:00:00Z";
  private static final String END = "2026-11-02T19:00:00Z";

  @Test
  void readsTheFinerPointsOfAVehicle() {
    var problem =
        read(
            """
            "vehicles": [{
              "targetWh": 40000, "capacityWh": 60000, "essentialWh": 20000, "maxChargeW": 11000,
              "phases": ["L2"], "leastChargeA": 6, "chargeStepW": 230, "mostStarts": 2,
              "charging": true, "expected": true, "latePricePerKwh": 0, "wearPerKwh": 0.05,
              "weight": 3, "taper": [{"storedWh": 50000, "mostW": 11000}, {"storedWh": 60000, "mostW": 0}]}]
            """);

    VehicleDemand vehicle = problem.vehicles().getFirst();
    assertThat(vehicle.essential()).isEqualTo(Energy.ofKilowattHours(20));
    assertThat(vehicle.latePrice()).contains(EnergyPrice.FREE);
    assertThat(vehicle.wear()).isEqualTo(new EnergyPrice(0.05));
    assertThat(vehicle.weight()).isEqualTo(3);
    assertThat(vehicle.expected()).isTrue();
    ChargingTraits traits = vehicle.traits();
    assertThat(traits.leastCharge()).isEqualTo(new Power(1380));
    assertThat(traits.chargeStep()).isEqualTo(new Power(230));
    assertThat(traits.mostStarts()).hasValue(2);
    assertThat(traits.charging()).isTrue();
    assertThat(traits.taper()).hasSize(2);
  }

  @Test
  void leavesOutWhatIsLeftOut() {
    var problem = read("\"vehicles\": [{\"targetWh\": 9000, \"maxChargeW\": 3680}]");

    VehicleDemand vehicle = problem.vehicles().getFirst();
    assertThat(vehicle.traits()).isEqualTo(ChargingTraits.FREE);
    assertThat(vehicle.latePrice()).isEmpty();
    assertThat(vehicle.expected()).isFalse();
    assertThat(problem.money().peaks()).isEmpty();
    assertThat(problem.money().carbon()).isEmpty();
    assertThat(problem.inForce()).isEmpty();
  }

  @Test
  void readsBatteriesCircuitsInvertersAndFlexibleLoads() {
    var problem =
        read(
            """
            "circuits": [{"id": "main", "fuseA": 63, "ratingVa": 40000, "maxImbalanceA": 20}],
            "solar": [{"powerW": -5000, "curtailable": true}],
            "flexibleLoads": [{"id": "heat", "start": "%s", "needWh": 3000, "maxPowerW": 2000,
                               "phases": ["L1"], "weight": 2}],
            "batteries": [{"capacityWh": 9000, "storedWh": 9000, "maxChargeW": 1, "maxDischargeW": 1,
                           "reserveWh": 3000, "wearPerKwh": 0.04}]
            """
                .formatted(START));

    assertThat(problem.circuits().root().rating()).contains(new Power(40000));
    assertThat(problem.circuits().root().maxImbalance()).contains(Current.ofAmps(20));
    assertThat(problem.solar().getFirst().curtailable()).isTrue();
    assertThat(problem.flexibleLoads().getFirst().phases()).containsExactly(Phase.L1);
    assertThat(problem.flexibleLoads().getFirst().available().end()).isEqualTo(END);
    assertThat(problem.batteries().getFirst().lowest()).isEqualTo(new Energy(3000));
    assertThat(problem.batteries().getFirst().wear()).isEqualTo(new EnergyPrice(0.04));
  }

  @Test
  void addsFeesAndTaxesToWhatIsPaidAndTakesThemOffWhatIsEarned() {
    var problem =
        read(
            """
            "exportPricePerKwh": 0.2, "importFeePerKwh": 0.1, "importTaxPercent": 20,
            "exportFeePerKwh": 0.05, "exportTaxPercent": 10,
            "carbon": {"gramsPerKwh": 500, "pricePerKg": 0.1}
            """);

    assertThat(problem.importPrice(0).perKilowattHour()).isCloseTo(0.4 * 1.2 + 0.05, within(1e-12));
    assertThat(problem.exportPrice(0).perKilowattHour()).isCloseTo(0.15 * 0.9, within(1e-12));
  }

  @Test
  void readsPricesOfPeaks() {
    var problem =
        read(
            """
            "peakPrices": [
              {"perKw": 9, "reachedW": 5000, "meteringMinutes": 15, "takenWh": 100,
               "windows": [{"start": "%s", "end": "%s"}]},
              {"name": "contract", "contractW": 20000, "penaltyPerKw": 30},
              {"tiers": [{"fromW": 10000, "perKw": 5}, {"fromW": 0, "perKw": 1}]}]
            """
                .formatted(START, END));

    var peaks = problem.money().peaks();
    assertThat(peaks).extracting(p -> p.name()).containsExactly("peak", "contract", "peak-3");
    assertThat(peaks.get(0).metering()).isEqualTo(Duration.ofMinutes(15));
    assertThat(peaks.get(0).taken()).isEqualTo(new Energy(100));
    assertThat(peaks.get(0).windows()).hasSize(1);
    assertThat(peaks.get(1).costOf(new Power(21000))).isEqualTo(30);
    assertThat(peaks.get(2).tiers())
        .containsExactly(new Tier(Power.ZERO, 1), new Tier(new Power(10000), 5));
  }

  @Test
  void readsWhatTheGridWants() {
    var problem =
        read(
            """
            "events": [
              {"id": "cap", "start": "%1$s", "end": "%2$s", "mostW": 5000},
              {"start": "%1$s", "end": "%2$s", "targetW": 4000, "toleranceW": 500,
               "penaltyPerKwh": 0.5, "reward": 7},
              {"start": "%1$s", "end": "2026-11-02T18:15:00Z", "importPricePerKwh": 0.9}]
            """
                .formatted(START, END));

    assertThat(problem.events()).hasSize(2);
    assertThat(problem.events().getFirst().obligation()).isEqualTo(new Obligation.Mandatory());
    var dispatch = problem.events().getLast();
    assertThat(dispatch.id()).isEqualTo("event-2");
    assertThat(dispatch.least()).contains(new Power(3500));
    assertThat(dispatch.most()).contains(new Power(4500));
    assertThat(dispatch.obligation()).isEqualTo(new Obligation.Paid(7, new EnergyPrice(0.5)));
    assertThat(problem.importPrice(0)).isEqualTo(new EnergyPrice(0.9));
    assertThat(problem.importPrice(1)).isEqualTo(new EnergyPrice(0.3));
  }

  @Test
  void givesAStepThatLiesInAnEventInPartTheMeanPrice() {
    var problem =
        read(
            """
            "events": [{"start": "%s", "end": "2026-11-02T18:05:00Z", "importPricePerKwh": 0.6}]
            """
                .formatted(START));

    assertThat(problem.importPrice(0).perKilowattHour()).isCloseTo(0.4, within(1e-12));
  }

  @Test
  void addsWhatAnEventAddsToThePrices() {
    var problem =
        read(
            """
            "exportPricePerKwh": 0.1,
            "events": [{"start": "%s", "end": "2026-11-02T18:15:00Z",
                        "importPriceDeltaPerKwh": 0.2, "exportPriceDeltaPerKwh": -0.05}]
            """
                .formatted(START));

    assertThat(problem.importPrice(0).perKilowattHour()).isCloseTo(0.5, within(1e-12));
    assertThat(problem.exportPrice(0).perKilowattHour()).isCloseTo(0.05, within(1e-12));
    assertThat(problem.importPrice(1).perKilowattHour()).isCloseTo(0.3, within(1e-12));
  }

  @Test
  void takesStepsOfGivenLengths() {
    var problem =
        PlanFiles.read(
            """
            {"start": "%s", "stepsMinutes": [5, 10, 60], "importLimitW": 1, "importPricePerKwh": 1}
            """
                .formatted(START));

    assertThat(problem.grid().size()).isEqualTo(3);
    assertThat(problem.grid().end()).isEqualTo(Instant.parse("2026-11-02T19:15:00Z"));
  }

  @Test
  void takesThePlanInForceAsItWasAnswered() {
    var problem =
        read("\"vehicles\": [{\"id\": \"van\", \"targetWh\": 900, \"maxChargeW\": 3680}]");
    var answer = PlanFiles.write(problem, Plans.empty(problem));

    PlanningProblem next = read("\"inForce\": " + answer);

    var inForce = next.inForce().orElseThrow();
    assertThat(inForce.find(new SessionId("van"))).isPresent();
    assertThat(inForce.grid()).isEqualTo(problem.grid());
  }

  @Test
  void keepsWhatThePlanInForceHasForBatteriesAndFlexibleLoads() {
    var problem =
        read(
            """
            "inForce": {"batteries": [{"battery": "cellar", "powerW": -500}],
                        "flexibleLoads": [{"load": "heat", "powerW": 2000, "missingWh": 7}]}
            """);

    var inForce = problem.inForce().orElseThrow();
    assertThat(inForce.batteries().getFirst().power().watts(0)).isEqualTo(-500);
    assertThat(inForce.loads().getFirst().load()).isEqualTo(new DeviceId("heat"));
    assertThat(inForce.loads().getFirst().power().watts(3)).isEqualTo(2000);
    assertThat(inForce.loads().getFirst().missing()).isEqualTo(new Energy(7));
  }

  @Test
  void refusesAPlanInForceThatHasADeviceTwice() {
    var mistakes =
        Mistakes.of(
            Documents.smallestWith(
                """
                "inForce": {"vehicles": [{"session": "van", "powerW": 1},
                                         {"session": "bus", "powerW": 1},
                                         {"session": "van", "powerW": 2}],
                            "batteries": [{"battery": "cellar", "powerW": 1},
                                          {"battery": "cellar", "powerW": 1}],
                            "flexibleLoads": [{"load": "heat", "powerW": 1},
                                              {"load": "heat", "powerW": 0}]}
                """));

    assertThat(mistakes)
        .containsExactly(
            "#/inForce/vehicles/2/session: \"van\" occurs twice. Maybe one of them has another id.",
            "#/inForce/batteries/1/battery: \"cellar\" occurs twice. Maybe one of them has another"
                + " id.",
            "#/inForce/flexibleLoads/1/load: \"heat\" occurs twice. Maybe one of them has another"
                + " id.");
  }

  @Test
  void letsThePlanInForceHaveStepsOfItsOwn() {
    var problem =
        read(
            """
            "inForce": {"boundaries": ["2026-11-02T17:00:00Z", "2026-11-02T20:00:00Z"],
                        "vehicles": [{"session": "van", "powerW": 3000}]}
            """);

    var van = problem.inForce().orElseThrow().find(new SessionId("van"));
    assertThat(van.map(v -> v.power().at(Instant.parse(START))))
        .isEqualTo(Optional.of(new Power(3000)));
  }

  @Test
  void namesThePartsThatAreMissingInAWindow() {
    var findings =
        Mistakes.of(Documents.smallestWith("\"peakPrices\": [{\"perKw\": 1, \"windows\": [{}]}]"));

    assertThat(findings)
        .isEqualTo(
            List.of(
                "#/peakPrices/0/windows/0/start: This is missing, expected a time.",
                "#/peakPrices/0/windows/0/end: This is missing, expected a time."));
  }

  private static PlanningProblem read(String members) {
    return PlanFiles.read(Documents.smallestWith(members));
  }
}
