package energy.setpoint.core.control.loop;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.control.SurplusCharging;
import energy.setpoint.core.control.SurplusCharging.Reliance;
import energy.setpoint.core.control.SurplusSettings;
import energy.setpoint.core.control.SurplusSettings.First;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.SwitchPhases;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.site.EvseRef;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * A building of 5 A under a roof, and vehicles that charge on what it leaves over. Plans would
 * charge each at full power at once.
 */
class SolarSurplusTest {

  private static final EvseRef FIRST = EvseRef.of("s1", 1);
  private static final EvseRef SECOND = EvseRef.of("s2", 1);
  private static final double HOUR = 3600;

  @Test
  void chargesWithWhatTheSunLeavesAndNothingElse() {
    FakeDepot depot = sunny(Reliance.ONLY, false);
    depot.sunAmps = 20;

    depot.run(Duration.ofMinutes(5));

    assertThat(depot.drawnBy("s1")).isBetween(14.0, 15.0);
    assertThat(depot.gridAmps(1)).isBetween(-1.0, 0.0);

    depot.sunAmps = 8;
    depot.run(Duration.ofMinutes(5));

    assertThat(depot.drawnBy("s1")).as("3 A are less than the minimum").isZero();
  }

  @Test
  void doesNotBeginForAGapBetweenClouds() {
    FakeDepot depot = sunny(Reliance.ONLY, false);
    depot.run(Duration.ofMinutes(2));
    depot.sunAmps = 30;

    depot.run(Duration.ofSeconds(50));

    assertThat(depot.drawnBy("s1")).isZero();
  }

  @Test
  void goesOnThroughACloudAtItsMinimum() {
    FakeDepot depot = sunny(Reliance.ONLY, false);
    depot.sunAmps = 20;
    depot.run(Duration.ofMinutes(5));
    depot.sunAmps = 2;

    depot.run(Duration.ofSeconds(90));

    assertThat(depot.drawnBy("s1")).isEqualTo(6.0);
  }

  @Test
  void leavesTheSecondVehicleWaitingUntilThereIsEnoughForBoth() {
    FakeDepot depot = sunny(Reliance.ONLY, false);
    depot.plugIn("s2", 32);
    depot.sunAmps = 15;
    depot.run(Duration.ofMinutes(5));

    assertThat(depot.drawnBy("s1")).isBetween(9.0, 10.0);
    assertThat(depot.drawnBy("s2")).isZero();

    depot.sunAmps = 25;
    depot.run(Duration.ofMinutes(5));

    assertThat(depot.drawnBy("s1")).isBetween(9.0, 10.0);
    assertThat(depot.drawnBy("s2")).isBetween(9.0, 10.0);
  }

  @Test
  void usesOnePhaseForLittleSunAndThreeForMuch() {
    FakeDepot depot = sunny(Reliance.ONLY, true);
    depot.sunAmps = 8;
    depot.run(Duration.ofMinutes(5));

    assertThat(depot.phases).containsEntry(FIRST, 1);
    assertThat(depot.drawnBy("s1")).as("3 A of each phase on one").isBetween(8.0, 9.0);

    depot.sunAmps = 20;
    depot.run(Duration.ofMinutes(12));

    assertThat(depot.phases).containsEntry(FIRST, 3);
    assertThat(depot.drawnBy("s1")).isBetween(14.0, 15.0);
  }

  @Test
  void doesNotSwitchPhasesTwiceWithinTenMinutes() {
    FakeDepot depot = sunny(Reliance.ONLY, true);
    int switches = 0;
    int before = 1;
    for (int minute = 0; minute < 60; minute++) {
      depot.sunAmps = minute / 4 % 2 == 0 ? 20 : 8;
      depot.run(Duration.ofMinutes(1));
      int now = depot.phases.getOrDefault(FIRST, 1);
      switches += now == before ? 0 : 1;
      before = now;
    }

    assertThat(switches).isBetween(1, 6);
  }

  @Test
  void chargesOnAllPhasesAtAStationThatRefusesToSwitch() {
    FakeDepot depot = sunny(Reliance.ONLY, true);
    depot.answers.put(SwitchPhases.class, new IntentOutcome.Refused(List.of(), "no contactor"));
    depot.sunAmps = 20;

    depot.run(Duration.ofMinutes(8));

    assertThat(depot.drawnBy("s1")).isBetween(14.0, 15.0);
    assertThat(depot.sent.stream().filter(SwitchPhases.class::isInstance)).hasSizeLessThan(3);
  }

  @Test
  void noticesAStationThatDoesNotSwitchAlthoughItSaysSo() {
    FakeDepot depot = sunny(Reliance.ONLY, true);
    depot.deafToPhases = true;
    depot.sunAmps = 8;
    depot.run(Duration.ofMinutes(5));

    assertThat(depot.drawnBy("s1")).as("3 A on three phases are too little").isZero();

    depot.sunAmps = 20;
    depot.run(Duration.ofMinutes(5));

    assertThat(depot.drawnBy("s1")).isBetween(14.0, 15.0);
    assertThat(depot.gridAmps(3)).isBetween(-1.0, 0.0);
  }

  @Test
  void waitsForTheSunNoLongerWhenTheVehicleMustLeave() {
    FakeDepot depot = sunny(Reliance.UNTIL_URGENT, false);
    depot.run(Duration.ofMinutes(5));

    assertThat(depot.drawnBy("s1")).isZero();

    depot.run(Duration.ofHours(8));

    assertThat(depot.register.getOrDefault(FIRST, 0.0)).isPositive();
  }

  @Test
  void doesNotRunAfterEveryCloud() {
    FakeDepot depot = sunny(Reliance.ONLY, false);
    DoubleUnaryOperator sky = noisySky(7);
    int reversals = 0;
    int direction = 0;
    double before = 0;
    double boughtAh = 0;
    double usedAh = 0;
    for (int second = 0; second < HOUR; second++) {
      depot.sunAmps = sky.applyAsDouble(second);
      depot.run(Duration.ofSeconds(1));
      double change = depot.allowed(FIRST) - before;
      before = depot.allowed(FIRST);
      if (Math.abs(change) > 0.05) {
        int now = change > 0 ? 1 : -1;
        reversals += direction != 0 && now != direction ? 1 : 0;
        direction = now;
      }
      boughtAh += Math.max(0, depot.gridAmps(1)) / HOUR;
      usedAh += depot.drawnBy("s1") / HOUR;
    }

    assertThat(reversals).as("an hour has 1,800 looks").isLessThan(40);
    assertThat(usedAh).as("of the 15 A that the sun leaves in the mean").isGreaterThan(9);
    assertThat(boughtAh).isLessThan(0.15 * usedAh);
  }

  @Test
  void knowsNoSurplusWhileTheMeterIsSilent() {
    FakeDepot depot = sunny(Reliance.ONLY, false);
    depot.sunAmps = 20;
    depot.run(Duration.ofMinutes(5));
    depot.meterWorks = false;

    depot.run(Duration.ofMinutes(5));

    assertThat(depot.drawnBy("s1")).isZero();
  }

  @Test
  void leavesOtherVehiclesToTheirPlan() {
    FakeDepot depot = new FakeDepot(63, 2, 0, false, settings(Reliance.ONLY, false, FIRST));
    depot.connectAll();
    depot.plugIn("s1", 32);
    depot.plugIn("s2", 10);

    depot.run(Duration.ofMinutes(5));

    assertThat(depot.drawnBy("s1")).isZero();
    assertThat(depot.drawnBy("s2")).isEqualTo(10);
    assertThat(depot.sent.stream().filter(it -> isFor(SECOND, it))).isNotEmpty();
  }

  /** 20 A in the mean, with clouds that come and go within seconds and gusts within minutes. */
  private static DoubleUnaryOperator noisySky(long seed) {
    Random random = new Random(seed);
    double[] slow = {20};
    return second -> {
      slow[0] += 0.05 * (20 - slow[0]) + random.nextGaussian() * 0.7;
      double flicker = random.nextInt(10) == 0 ? -6 : random.nextGaussian();
      return Math.max(0, slow[0] + flicker);
    };
  }

  private static boolean isFor(EvseRef evse, ChargingIntent intent) {
    return intent instanceof CapPower cap && cap.evse().equals(evse);
  }

  private static FakeDepot sunny(Reliance reliance, boolean switchesPhases) {
    FakeDepot depot =
        new FakeDepot(63, 2, 0, false, settings(reliance, switchesPhases, FIRST, SECOND));
    depot.connectAll();
    depot.plugIn("s1", 32);
    return depot;
  }

  private static SurplusSettings settings(
      Reliance reliance, boolean switchesPhases, EvseRef... evses) {
    Map<EvseRef, SurplusCharging> how = new HashMap<>();
    for (EvseRef evse : evses) {
      how.put(evse, new SurplusCharging(reliance, switchesPhases));
    }
    return new SurplusSettings(First.VEHICLES, how);
  }
}
