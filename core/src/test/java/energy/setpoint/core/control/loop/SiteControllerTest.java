package energy.setpoint.core.control.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.control.ControlSettings;
import energy.setpoint.core.event.EvseStatus;
import energy.setpoint.core.event.EvseStatusReported;
import energy.setpoint.core.event.ProfilesReported;
import energy.setpoint.core.event.StationConnected;
import energy.setpoint.core.event.TransactionEnded;
import energy.setpoint.core.event.TransactionStarted;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.Release;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SiteControllerTest {

  private static final Duration LEASE = ControlSettings.DEFAULTS.lease();

  @Test
  void installsTheFallbackBeforeItAllowsAnything() {
    var depot = new FakeDepot(100, 2, 6);

    depot.connectAll();
    depot.plugIn("s1", 32);
    depot.run(Duration.ofMinutes(2));

    assertThat(depot.sent.get(0)).isInstanceOf(SetFallback.class);
    assertThat(depot.sent.get(1)).isInstanceOf(SetFallback.class);
    assertThat(depot.drawnBy("s1")).isCloseTo(32, within(0.2));
  }

  @Test
  void followsAPlanInTheSameLookThatMadeIt() {
    var depot = new FakeDepot(80, 1, 6);
    depot.connectAll();
    depot.run(Duration.ofMinutes(6));
    var withoutTheVehicle = depot.controller.plan();
    depot.plugIn("s1", 32);

    while (depot.controller.plan().equals(withoutTheVehicle)) {
      depot.run(Duration.ofSeconds(1));
    }

    assertThat(depot.sent.getLast())
        .isInstanceOfSatisfying(
            CapPower.class,
            cap -> {
              assertThat(cap.validity().start()).isEqualTo(depot.now);
              assertThat(cap.ceiling().perPhase().amps()).isCloseTo(32, within(0.2));
            });
  }

  @Test
  void tellsAStationThatCameBackItsFallbackBeforeItsLimit() {
    var depot = new FakeDepot(80, 1, 6);
    depot.connectAll();
    depot.plugIn("s1", 32);
    depot.run(Duration.ofMinutes(2));
    int before = depot.sent.size();

    depot.controller.on(new StationConnected(new StationId("s1"), depot.now, "ocpp2.0.1"));
    depot.controller.tick();

    assertThat(depot.sent.subList(before, depot.sent.size()))
        .hasExactlyElementsOfTypes(SetFallback.class, CapPower.class);
  }

  @Test
  void sharesNothingWithAVehicleThatIsFoundToHaveLeftInTheSameLook() {
    var depot = new FakeDepot(60, 2, 6);
    depot.connectAll();
    depot.plugIn("s1", 32);
    depot.plugIn("s2", 32);
    depot.run(Duration.ofMinutes(3));
    EvseRef left = EvseRef.of("s1", 1);
    depot.controller.on(new EvseStatusReported(left, depot.now, EvseStatus.AVAILABLE));
    depot.vehicles.remove(left);
    depot.drawn.remove(left);

    while (depot.stored.values().stream().allMatch(session -> session.isOpen())) {
      depot.run(Duration.ofSeconds(1));
    }

    assertThat(depot.controller.snapshot().orElseThrow().evses())
        .extracting(evse -> evse.ref().station().value(), evse -> evse.reason())
        .contains(tuple("s1", "no vehicle"));
  }

  @Test
  void sharesAFullFuseAndUsesIt() {
    var depot = new FakeDepot(80, 4, 6);
    depot.connectAll();
    for (int i = 1; i <= 4; i++) {
      depot.plugIn("s" + i, 32);
    }

    depot.run(Duration.ofMinutes(5));

    assertThat(depot.highestAmps).isLessThanOrEqualTo(80);
    assertThat(depot.drawnBy("s1")).isCloseTo(17.5, within(0.2));
    assertThat(depot.drawnBy("s4")).isCloseTo(17.5, within(0.2));
  }

  @Test
  void givesToOthersWithinTwoMinutesWhatAVehicleLeavesUnused() {
    var depot = fullDepot();

    depot.vehicles.put(EvseRef.of("s1", 1), 8.0);
    depot.run(Duration.ofMinutes(2));

    assertThat(depot.drawnBy("s1")).isCloseTo(8, within(0.2));
    assertThat(depot.drawnBy("s2")).isGreaterThan(20);
    assertThat(depot.highestAmps).isLessThanOrEqualTo(80);
  }

  @Test
  void givesAVehicleItsShareAgainWhenItWantsMore() {
    var depot = fullDepot();
    depot.vehicles.put(EvseRef.of("s1", 1), 8.0);
    depot.run(Duration.ofMinutes(2));

    depot.vehicles.put(EvseRef.of("s1", 1), 32.0);
    depot.run(Duration.ofMinutes(2));

    assertThat(depot.drawnBy("s1")).isCloseTo(17.5, within(0.3));
    assertThat(depot.highestAmps).isLessThanOrEqualTo(80);
  }

  @Test
  void keepsWhyItSentEachLimit() {
    var depot = fullDepot();

    assertThat(depot.reasons)
        .contains("holds when the engine is gone")
        .anySatisfy(why -> assertThat(why).contains("limited by fuse main L"));
  }

  @Test
  void tellsOnceOfAnOverloadAndWhatCausesIt() {
    var depot = fullDepot();

    depot.buildingAmps = 30;
    depot.run(Duration.ofSeconds(3));
    var alerts = depot.controller.snapshot().orElseThrow().alerts();
    depot.run(Duration.ofMinutes(2));

    assertThat(alerts)
        .anySatisfy(alert ->
            assertThat(alert)
                .startsWith("Circuit main carries")
                .contains("more than its fuse of 80.0 A; loads outside the engine's control"));
    assertThat(depot.controller.counters().overloads()).isEqualTo(3);
    assertThat(depot.controller.snapshot().orElseThrow().alerts())
        .noneMatch(alert -> alert.startsWith("Circuit main"));
  }

  /** Four vehicles that want 32 A each, and 70 A for them. */
  private static FakeDepot fullDepot() {
    var depot = new FakeDepot(80, 4, 6);
    depot.connectAll();
    for (int i = 1; i <= 4; i++) {
      depot.plugIn("s" + i, 32);
    }
    depot.run(Duration.ofMinutes(5));
    return depot;
  }

  @Test
  void neverExceedsTheFuseWhileVehiclesComeAndGoAndTheBuildingWanders() {
    for (int seed = 0; seed < 8; seed++) {
      var random = new Random(seed);
      var depot = new FakeDepot(90, 6, 6);
      depot.connectAll();
      for (int minute = 0; minute < 60; minute++) {
        depot.buildingAmps = Math.clamp(depot.buildingAmps + random.nextInt(-2, 3), 0, 30);
        String station = "s" + (1 + random.nextInt(6));
        EvseRef evse = EvseRef.of(station, 1);
        if (depot.vehicles.remove(evse) == null) {
          depot.plugIn(station, 10 + random.nextInt(23));
        } else {
          depot.drawn.remove(evse);
          depot.controller.on(
              new TransactionEnded(
                  evse, depot.now, depot.transactions.get(evse), "EVDisconnected"));
        }
        depot.run(Duration.ofMinutes(1));
      }

      assertThat(depot.highestAmps).as("seed %d", seed).isLessThanOrEqualTo(90);
      assertThat(depot.highestAmps).as("seed %d uses the fuse", seed).isGreaterThan(70);
    }
  }

  @Test
  void assumesTheWorstOfTheBuildingWhenTheMeterIsStale() {
    var depot = new FakeDepot(80, 2, 6);
    depot.connectAll();
    depot.plugIn("s1", 32);
    depot.plugIn("s2", 32);
    depot.run(Duration.ofMinutes(3));
    double before = depot.drawnBy("s1");

    depot.meterWorks = false;
    depot.run(Duration.ofMinutes(1));

    assertThat(before).isCloseTo(32, within(0.2));
    assertThat(depot.drawnBy("s1")).isCloseTo(25, within(0.1));
    assertThat(depot.controller.snapshot().orElseThrow().alerts())
        .contains("No fresh reading of meter meter.");
  }

  @Test
  void budgetsALostStationAtItsLeaseAndThenAtItsFallback() {
    var depot = new FakeDepot(80, 2, 6);
    depot.connectAll();
    depot.plugIn("s1", 32);
    depot.run(Duration.ofMinutes(3));

    depot.lose("s1");
    depot.plugIn("s2", 32);
    depot.run(Duration.ofMinutes(1));
    double whileLeased = depot.highestAmps;
    depot.buildingAmps = 30;
    depot.run(LEASE.plusMinutes(2));

    assertThat(whileLeased).isLessThanOrEqualTo(80);
    assertThat(depot.drawnBy("s1")).isEqualTo(6);
    assertThat(depot.drawnBy("s2")).isCloseTo(32, within(0.2));
    assertThat(depot.highestAmps).isLessThanOrEqualTo(80 + 24);
  }

  @Test
  void tellsAStationItsFallbackAnewThatHasLostItAndGivesItsHardwareMaximumUntilThen() {
    var depot = new FakeDepot(80, 2, 6);
    depot.connectAll();
    depot.run(Duration.ofMinutes(1));
    StationId station = new StationId("s1");
    Current budgetBefore = depot.controller.snapshot().orElseThrow().ledgers().getFirst().mayDraw();
    int before = depot.sent.size();
    depot.silent.add(station);

    depot.controller.on(
        new ProfilesReported(
            station, depot.now, true, Set.of(), List.of("Station s1 lost its fallback.")));
    depot.run(Duration.ofSeconds(31));

    var snapshot = depot.controller.snapshot().orElseThrow();
    assertThat(budgetBefore).isEqualTo(Current.ofAmps(6));
    assertThat(snapshot.ledgers().getFirst().mayDraw()).isEqualTo(Current.ofAmps(32));
    assertThat(depot.sent.subList(before, depot.sent.size()))
        .anyMatch(it -> it instanceof SetFallback && it.station().equals(station));
    assertThat(snapshot.alerts()).contains("Station s1 lost its fallback.");
  }

  @Test
  void budgetsAStationAtItsHardwareMaximumWhileADefaultProfileOfSomebodyElseHidesItsFallback() {
    var depot = new FakeDepot(80, 2, 6);
    depot.connectAll();
    depot.run(Duration.ofMinutes(1));
    StationId station = new StationId("s1");

    depot.controller.on(new ProfilesReported(station, depot.now, false, Set.of(1), List.of()));
    depot.controller.on(new StationConnected(station, depot.now, "ocpp2.0.1"));
    depot.run(Duration.ofMinutes(2));

    assertThat(depot.controller.snapshot().orElseThrow().ledgers())
        .extracting(ledger -> ledger.mayDraw())
        .as("although it has accepted its fallback anew")
        .containsExactly(Current.ofAmps(32), Current.ofAmps(6));
  }

  @Test
  void budgetsAStationAtItsFallbackAgainOnceNothingHidesIt() {
    var depot = new FakeDepot(80, 2, 6);
    depot.connectAll();
    StationId station = new StationId("s1");
    depot.controller.on(new ProfilesReported(station, depot.now, false, Set.of(0), List.of()));
    depot.run(Duration.ofMinutes(1));
    Current hidden = depot.controller.snapshot().orElseThrow().ledgers().getFirst().mayDraw();

    depot.controller.on(new ProfilesReported(station, depot.now, false, Set.of(), List.of()));
    depot.run(Duration.ofMinutes(1));

    assertThat(hidden).isEqualTo(Current.ofAmps(32));
    assertThat(depot.controller.snapshot().orElseThrow().ledgers().getFirst().mayDraw())
        .isEqualTo(Current.ofAmps(6));
  }

  @Test
  void believesAStationThatAcceptsItsFallbackTimeAndAgainButNeverListsIt() {
    var depot = new FakeDepot(80, 2, 6);
    depot.connectAll();
    depot.run(Duration.ofMinutes(1));
    var report =
        new ProfilesReported(
            new StationId("s1"), depot.now, true, Set.of(), List.of("Station s1 lost it."));
    for (int i = 0; i < 2; i++) {
      depot.controller.on(report);
      depot.run(Duration.ofMinutes(1));
    }
    int before = depot.sent.size();

    depot.controller.on(report);
    depot.run(Duration.ofSeconds(2));

    var snapshot = depot.controller.snapshot().orElseThrow();
    assertThat(snapshot.ledgers().getFirst().mayDraw()).isEqualTo(Current.ofAmps(6));
    assertThat(depot.sent).hasSize(before);
    assertThat(snapshot.alerts()).containsOnlyOnce("Station s1 lost it.");
  }

  /** Its CSMS lowers the fallback to 0 A, and it cannot pause. */
  @Test
  void confirmsAFallbackUnderWhichAStationDrawsNoMoreThanIsConfigured() {
    var depot = new FakeDepot(80, 1, 10);
    depot.mayDraw = Optional.of(Current.ofAmps(6));

    depot.connectAll();
    depot.run(Duration.ofMinutes(1));

    assertThat(depot.controller.snapshot().orElseThrow().ledgers().getFirst().mayDraw())
        .isEqualTo(Current.ofAmps(10));
  }

  @Test
  void confirmsNoFallbackUnderWhichAStationDrawsMoreThanIsConfigured() {
    var depot = new FakeDepot(80, 1, 0);
    depot.mayDraw = Optional.of(Current.ofAmps(6));

    depot.connectAll();
    depot.run(Duration.ofMinutes(1));

    assertThat(depot.controller.snapshot().orElseThrow().ledgers().getFirst().mayDraw())
        .isEqualTo(Current.ofAmps(32));
  }

  /** Nothing holds it, so all that its hardware can is kept free for it. */
  @Test
  void budgetsAStationWithoutSmartChargingAtItsHardwareMaximum() {
    var depot = new FakeDepot(60, 2, 6);
    depot.incapable.add(new StationId("s1"));
    depot.connectAll();
    depot.plugIn("s1", 32);
    depot.plugIn("s2", 32);

    depot.run(Duration.ofMinutes(10));

    assertThat(depot.drawnBy("s1")).isEqualTo(32);
    assertThat(depot.drawnBy("s2")).isBetween(6.0, 60.0 - 5 - 32);
    assertThat(depot.highestAmps).isLessThanOrEqualTo(60);
    assertThat(depot.sent.stream().filter(it -> it.station().value().equals("s1")).count())
        .as("tried again now and then, not with every one of 300 looks")
        .isLessThan(60);
  }

  @Test
  void grantsNothingNewToOthersWhileAStationDoesNotAnswerToADecrease() {
    var depot = new FakeDepot(60, 2, 6);
    depot.connectAll();
    depot.plugIn("s1", 32);
    depot.run(Duration.ofMinutes(3));
    depot.silent.add(new StationId("s1"));

    depot.plugIn("s2", 32);
    depot.run(Duration.ofMinutes(4));

    assertThat(depot.highestAmps).isLessThanOrEqualTo(60);
    assertThat(depot.controller.counters().intentsUnanswered()).isPositive();
  }

  @Test
  void obeysALowerImportLimitAtOnce() {
    var depot = new FakeDepot(200, 4, 0);
    depot.connectAll();
    for (int i = 1; i <= 4; i++) {
      depot.plugIn("s" + i, 32);
    }
    depot.run(Duration.ofMinutes(3));

    depot.controller.changeImportLimit(Power.ofKilowatts(40));
    depot.run(Duration.ofSeconds(10));

    double total = depot.drawn.values().stream().mapToDouble(a -> a).sum() + depot.buildingAmps;
    assertThat(total * 230 * 3).isLessThanOrEqualTo(40_000);
  }

  @Test
  void takesUpSessionsAndLimitsAfterARestartWithoutExceedingTheFuseMeanwhile() {
    var depot = new FakeDepot(80, 4, 6);
    depot.connectAll();
    for (int i = 1; i <= 4; i++) {
      depot.plugIn("s" + i, 32);
    }
    depot.run(Duration.ofMinutes(5));
    var sessionsBefore = depot.stored.keySet().stream().toList();

    depot.runWithoutEngine(Duration.ofMinutes(1));
    depot.restartEngine();
    depot.controller.tick();
    var budgets = depot.controller.snapshot().orElseThrow().evses();
    depot.run(Duration.ofMinutes(5));

    assertThat(budgets).allSatisfy(e -> assertThat(e.mayDraw().amps()).isBetween(17.0, 18.0));
    assertThat(depot.stored.keySet()).containsExactlyElementsOf(sessionsBefore);
    assertThat(depot.highestAmps).isLessThanOrEqualTo(80);
    assertThat(depot.drawnBy("s1")).isCloseTo(17.5, within(0.2));
  }

  @Test
  void fallsBackToSafeCurrentsWhenTheEngineIsGone() {
    var depot = new FakeDepot(80, 4, 6);
    depot.connectAll();
    for (int i = 1; i <= 4; i++) {
      depot.plugIn("s" + i, 32);
    }
    depot.run(Duration.ofMinutes(5));

    depot.runWithoutEngine(LEASE);
    depot.buildingAmps = 30;
    depot.highestAmps = 0;
    depot.runWithoutEngine(Duration.ofHours(1));

    assertThat(depot.highestAmps).isEqualTo(4 * 6 + 30);
  }

  @Test
  void endsTheSessionOfAnEvseThatReportsItselfAvailable() {
    var depot = new FakeDepot(80, 1, 6);
    depot.connectAll();
    depot.plugIn("s1", 32);
    depot.run(Duration.ofMinutes(2));

    depot.controller.on(
        new EvseStatusReported(EvseRef.of("s1", 1), depot.now, EvseStatus.AVAILABLE));
    var whileCurrentFlows = depot.stored.values().stream().allMatch(s -> s.isOpen());
    depot.vehicles.clear();
    depot.drawn.clear();
    depot.run(Duration.ofMinutes(2));

    assertThat(whileCurrentFlows).isTrue();
    assertThat(depot.stored.values()).allMatch(session -> !session.isOpen());
    assertThat(depot.sent).hasAtLeastOneElementOfType(Release.class);
  }

  @Test
  void believesNoStatusFromBeforeTheSession() {
    var depot = new FakeDepot(80, 1, 6);
    depot.connectAll();
    depot.plugIn("s1", 32);
    depot.run(Duration.ofMinutes(2));

    depot.controller.on(
        new EvseStatusReported(
            EvseRef.of("s1", 1), depot.now.minus(Duration.ofMinutes(5)), EvseStatus.AVAILABLE));
    depot.vehicles.clear();
    depot.drawn.clear();
    depot.run(Duration.ofMinutes(2));

    assertThat(depot.stored.values()).isNotEmpty().allMatch(session -> session.isOpen());
  }

  @Test
  void opensNothingForATransactionThatIsOver() {
    var depot = new FakeDepot(80, 1, 6);
    depot.connectAll();
    depot.plugIn("s1", 32);
    EvseRef evse = EvseRef.of("s1", 1);
    depot.controller.on(
        new TransactionEnded(evse, depot.now, depot.transactions.get(evse), "Local"));

    depot.run(Duration.ofMinutes(1));

    assertThat(depot.stored).hasSize(1);
    assertThat(depot.stored.values()).allMatch(session -> !session.isOpen());
  }

  @Test
  void letsOthersHaveNothingOfWhatAVehicleTakesThatDoesNotObey() {
    var depot = new FakeDepot(50, 2, 0);
    depot.connectAll();
    depot.plugIn("s1", 32);
    depot.plugIn("s2", 32);
    depot.run(Duration.ofMinutes(3));

    depot.disobedient.add(EvseRef.of("s1", 1));
    depot.run(Duration.ofMinutes(2));
    depot.highestAmps = 0;
    depot.run(Duration.ofMinutes(5));

    assertThat(depot.drawnBy("s1")).isCloseTo(32, within(0.2));
    assertThat(depot.highestAmps).isLessThanOrEqualTo(50);
  }

  @Test
  void adoptsATransactionThatItNeverSawStart() {
    var depot = new FakeDepot(80, 1, 6);
    depot.connectAll();
    depot.vehicles.put(EvseRef.of("s1", 1), 32.0);

    depot.run(Duration.ofMinutes(3));

    assertThat(depot.stored).hasSize(1);
    assertThat(depot.drawnBy("s1")).isCloseTo(32, within(0.2));
  }

  @Test
  void refusesEventsOfStationsThatTheSiteDoesNotHave() {
    var depot = new FakeDepot(80, 1, 6);

    depot.controller.on(new StationConnected(new StationId("ghost"), depot.now, "ocpp1.6"));
    depot.controller.on(
        new TransactionStarted(EvseRef.of("s1", 7), depot.now, "x", Optional.empty()));

    assertThat(depot.controller.counters().strangers()).isEqualTo(2);
    assertThat(depot.stored).isEmpty();
  }

  @Test
  void tellsAStationAgainAfterItCameBack() {
    var depot = new FakeDepot(80, 1, 6);
    depot.connectAll();
    depot.plugIn("s1", 32);
    depot.run(Duration.ofMinutes(2));
    int before = depot.sent.size();

    depot.controller.on(new StationConnected(new StationId("s1"), depot.now, "ocpp2.0.1"));
    depot.run(Duration.ofSeconds(4));

    assertThat(depot.sent.subList(before, depot.sent.size()))
        .hasAtLeastOneElementOfType(SetFallback.class)
        .hasAtLeastOneElementOfType(CapPower.class);
  }
}
