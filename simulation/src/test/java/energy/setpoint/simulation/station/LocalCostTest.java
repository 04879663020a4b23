package energy.setpoint.simulation.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.simulation.station.state.StationType;
import energy.setpoint.simulation.station.v201.Messages201;
import energy.setpoint.simulation.station.v21.Messages21;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What a station calculates and tells of costs (OCPP 2.1 part 2, I02, I07, I09 to I12). */
class LocalCostTest {

  private static final StationType COUNTING =
      StationType.USUAL.withSettings(
          Map.of(
              "TariffCostCtrlr.Enabled[Cost]", "true",
              "TariffCostCtrlr.Enabled[RunningCost]", "true",
              "TariffCostCtrlr.Interval[Cost]", "60"));

  private static final String TAXED =
      "{'tariffId': 'T1', 'currency': 'EUR',"
          + " 'energy': {'prices': [{'priceKwh': 0.4}], 'taxRates': [{'type': 'VAT', 'tax': 20}]},"
          + " 'idleTime': {'prices': [{'priceMinute': 0.1}]},"
          + " 'fixedFee': {'prices': [{'priceFixed': 0.5}]}}";

  private final StationBench bench = new StationBench(new Messages21(), COUNTING);

  /** I07.FR.14, I07.FR.32, I12.FR.01, I12.FR.05, I12.FR.09, I12.FR.13, I12.FR.17, I12.FR.41. */
  @Test
  void tellsAtTheEndWhatEnergyAndIdleTimeHaveCost() {
    setDefault(1, TAXED);
    bench.station.plugIn(1, StationBench.van());
    bench.live(600);
    pause();
    bench.live(120);

    bench.station.unplug(1);
    bench.live(3);

    JsonNode costs = lastEvent().path("costDetails");
    double kilowattHours = costs.path("totalUsage").path("energy").doubleValue() / 1000;
    double idleMinutes = costs.path("totalUsage").path("idleTime").doubleValue() / 60;
    JsonNode total = costs.path("totalCost");
    assertThat(kilowattHours).isCloseTo(11 * 595 / 3600.0, within(0.05));
    assertThat(idleMinutes).isBetween(2.0, 2.3);
    assertThat(price(total, "energy", "exclTax")).isCloseTo(0.4 * kilowattHours, within(0.001));
    assertThat(price(total, "energy", "inclTax")).isCloseTo(0.48 * kilowattHours, within(0.001));
    assertThat(price(total, "idleTime", "exclTax")).isCloseTo(0.1 * idleMinutes, within(0.002));
    assertThat(price(total, "fixed", "exclTax")).isEqualTo(0.5);
    assertThat(price(total, "total", "inclTax"))
        .isCloseTo(0.48 * kilowattHours + 0.1 * idleMinutes + 0.5, within(0.003));
    assertThat(total.path("typeOfCost").asString("")).isEqualTo("NormalCost");
    assertThat(bench.heard("TransactionEvent").stream().filter(e -> tariffOf(e).equals("T1")))
        .hasSize(1);
    bench.assertSchemasKept();
  }

  /** I12.FR.02, I12.FR.03. */
  @Test
  void tellsRunningCostsEveryMinute() {
    setDefault(1, TAXED);
    bench.station.plugIn(1, StationBench.van());

    bench.live(305);

    List<Double> running =
        bench.heard("TransactionEvent").stream()
            .filter(e -> e.path("triggerReason").asString("").equals("RunningCost"))
            .map(e -> price(e.path("costDetails").path("totalCost"), "total", "exclTax"))
            .toList();
    assertThat(running).hasSize(5).isSorted();
    assertThat(bench.station.shownCost(1).orElse(0)).isGreaterThan(running.getLast());
    bench.assertSchemasKept();
  }

  /** I12.FR.34, I12.FR.35, I12.FR.36: the first price whose conditions hold. */
  @Test
  void beginsAChargingPeriodWhenAnotherPriceHolds() {
    setDefault(
        1,
        "{'tariffId': 'STEPS', 'currency': 'EUR', 'energy': {'prices': ["
            + "{'priceKwh': 0.2, 'conditions': {'maxEnergy': 1000}},"
            + "{'priceKwh': 0.6, 'conditions': {'startTimeOfDay': '12:00', 'endTimeOfDay': '12:20'}},"
            + "{'priceKwh': 0.1}]}}");
    bench.station.plugIn(1, StationBench.van());

    bench.live(1800);
    bench.station.unplug(1);
    bench.live(3);

    JsonNode costs = lastEvent().path("costDetails");
    List<Double> volumes =
        costs
            .path("chargingPeriods")
            .valueStream()
            .map(p -> p.path("dimensions").path(0).path("volume").doubleValue())
            .toList();
    assertThat(volumes).hasSize(3);
    assertThat(volumes.getFirst()).isCloseTo(1000, within(5.0));
    assertThat(price(costs.path("totalCost"), "energy", "exclTax"))
        .isCloseTo(
            (volumes.get(0) * 0.2 + volumes.get(1) * 0.6 + volumes.get(2) * 0.1) / 1000,
            within(0.003));
    assertThat(costs.path("chargingPeriods").path(2).path("startPeriod").asString(""))
        .startsWith("2026-06-10T12:20");
    bench.assertSchemasKept();
  }

  /** I12.FR.38. */
  @Test
  void asksForTheLeastCostOfATariff() {
    setDefault(1, TAXED.replace("'energy'", "'minCost': {'exclTax': 5, 'inclTax': 6}, 'energy'"));
    bench.station.plugIn(1, StationBench.van());
    bench.live(60);

    bench.station.unplug(1);
    bench.live(3);

    JsonNode total = lastEvent().path("costDetails").path("totalCost");
    assertThat(total.path("typeOfCost").asString("")).isEqualTo("MinCost");
    assertThat(price(total, "fixed", "inclTax")).isEqualTo(6);
    assertThat(price(total, "total", "exclTax")).isEqualTo(5);
    bench.assertSchemasKept();
  }

  /** I12.FR.39, I12.FR.40. */
  @Test
  void countsNoCostsAboveTheMostButStillUsage() {
    setDefault(1, TAXED.replace("'energy'", "'maxCost': {'exclTax': 0.7}, 'energy'"));
    bench.station.plugIn(1, StationBench.van());
    bench.live(1200);

    bench.station.unplug(1);
    bench.live(3);

    JsonNode costs = lastEvent().path("costDetails");
    assertThat(costs.path("totalCost").path("typeOfCost").asString("")).isEqualTo("MaxCost");
    assertThat(price(costs.path("totalCost"), "total", "exclTax")).isCloseTo(0.7, within(0.01));
    assertThat(costs.path("totalUsage").path("energy").doubleValue()).isGreaterThan(3500);
    bench.assertSchemasKept();
  }

  /** I11.FR.07, I11.FR.08, I12.FR.04. */
  @Test
  void countsByTheNewTariffFromTheChangeOn() {
    setDefault(1, TAXED);
    bench.station.plugIn(1, StationBench.van());
    bench.live(300);
    bench.ask(
        "ChangeTransactionTariff",
        "{'transactionId': '"
            + bench.transaction(1)
            + "', 'tariff': {'tariffId': 'T2', 'currency': 'EUR', 'energy': {'prices':"
            + " [{'priceKwh': 0}]}}}");
    double atChange = bench.station.shownCost(1).orElse(0);

    bench.live(300);
    bench.station.unplug(1);
    bench.live(3);

    JsonNode costs = lastEvent().path("costDetails");
    assertThat(
            costs.path("chargingPeriods").valueStream().map(p -> p.path("tariffId").asString("")))
        .startsWith("T1")
        .endsWith("T2");
    assertThat(price(costs.path("totalCost"), "total", "inclTax"))
        .isCloseTo(atChange, within(0.01));
    bench.assertSchemasKept();
  }

  /** I07.FR.19, I07.FR.20, I07.FR.24, I09.FR.07. */
  @Test
  void usesATariffOnlyFromTheTimeOnFromWhichItIsValid() {
    setDefault(0, TAXED);
    setDefault(
        1,
        TAXED
            .replace("T1", "LATER")
            .replace("'currency'", "'validFrom': '2026-06-10T12:05:00Z', 'currency'"));
    bench.station.plugIn(1, StationBench.van());
    bench.live(60);
    JsonNode before = bench.ask("GetTariffs", "{'evseId': 1}").path("tariffAssignments");
    bench.live(300);
    JsonNode after = bench.ask("GetTariffs", "{'evseId': 1}").path("tariffAssignments");

    bench.station.unplug(1);
    bench.live(5);
    bench.station.plugIn(1, StationBench.van());
    bench.live(30);

    assertThat(before.valueStream().map(t -> t.path("tariffId").asString("")))
        .containsExactly("LATER", "T1");
    assertThat(before.path(0).has("validFrom")).isTrue();
    assertThat(after.valueStream().map(t -> t.path("tariffId").asString("") + kind(t)))
        .containsExactly("LATER DefaultTariff", "T1 DriverTariff");
    assertThat(bench.heard("TransactionEvent").stream().map(LocalCostTest::tariffOf))
        .containsSubsequence("T1", "LATER");
    bench.assertSchemasKept();
  }

  /** I10.FR.07. */
  @Test
  void goesOnWithATariffThatIsClearedInATransaction() {
    setDefault(1, TAXED);
    bench.station.plugIn(1, StationBench.van());
    bench.live(300);
    bench.ask("ClearTariffs", "{}");
    double cleared = bench.station.shownCost(1).orElse(0);

    bench.live(300);

    assertThat(bench.station.shownCost(1).orElse(0)).isGreaterThan(cleared + 0.3);
  }

  /** I12.FR.01: only where the station claims it. */
  @Test
  void tellsNoCostsWhereTheyAreNotEnabled() {
    StationBench plain = new StationBench(new Messages21());
    plain.ask("SetDefaultTariff", "{'evseId': 1, 'tariff': " + TAXED + "}");
    plain.station.plugIn(1, StationBench.van());
    plain.live(100);

    plain.station.unplug(1);
    plain.live(3);

    assertThat(plain.heard("TransactionEvent")).noneMatch(e -> e.has("costDetails"));
    assertThat(plain.heard("TransactionEvent").stream().map(LocalCostTest::tariffOf))
        .contains("T1");
  }

  /** I07.FR.03, I07.FR.05. */
  @Test
  void refusesWhatItCannotCalculate() {
    String card =
        bench.status(
            "SetDefaultTariff",
            "{'evseId': 1, 'tariff': {'tariffId': 'C', 'currency': 'EUR', 'fixedFee': {'prices':"
                + " [{'priceFixed': 1, 'conditions': {'paymentBrand': 'X'}}]}}}");
    String noTime =
        bench.reason(
            "SetDefaultTariff",
            "{'evseId': 1, 'tariff': {'tariffId': 'C', 'currency': 'EUR', 'energy': {'prices':"
                + " [{'priceKwh': 1, 'conditions': {'startTimeOfDay': '25:70'}}]}}}");

    assertThat(List.of(card, noTime)).containsExactly("ConditionNotSupported", "InvalidValue");
    assertThat(bench.status("GetTariffs", "{'evseId': 0}")).isEqualTo("NoTariff");
  }

  static Stream<MessageSet> laterVersions() {
    return Stream.of(new Messages201(), new Messages21());
  }

  /** I02.FR.01. */
  @ParameterizedTest
  @MethodSource("laterVersions")
  void showsTheCostThatTheServerTells(MessageSet messages) {
    StationBench charging = StationBench.charging(messages);

    charging.ask(
        "CostUpdated", "{'totalCost': 3.25, 'transactionId': '" + charging.transaction(1) + "'}");

    assertThat(charging.station.shownCost(1)).hasValue(3.25);
    assertThat(charging.station.shownCost(2)).isEmpty();
    charging.assertSchemasKept();
  }

  private void setDefault(int evse, String tariff) {
    assertThat(
            bench.status("SetDefaultTariff", "{'evseId': " + evse + ", 'tariff': " + tariff + "}"))
        .isEqualTo("Accepted");
  }

  private void pause() {
    bench.ask(
        "SetChargingProfile",
        bench.profile(1, "TxProfile", "Absolute", StationBench.watts("'limit': 0")));
  }

  private JsonNode lastEvent() {
    return bench.heard("TransactionEvent").getLast();
  }

  private static double price(JsonNode total, String part, String field) {
    return total.path(part).path(field).doubleValue();
  }

  private static String tariffOf(JsonNode event) {
    return event.path("transactionInfo").path("tariffId").asString("");
  }

  private static String kind(JsonNode assignment) {
    return " " + assignment.path("tariffKind").asString("");
  }
}
