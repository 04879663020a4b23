package energy.setpoint.app.system.day;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.Station;
import energy.setpoint.optimizer.Optimizers;
import energy.setpoint.simulation.station.habit.Habits;
import energy.setpoint.simulation.station.habit.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * How fast a cap of the grid operator is obeyed by a depot at full load, in virtual time. Stations
 * need up to two seconds to answer and vehicles one to five seconds to react, as IEC 61851-1
 * allows.
 */
class ImportCapIT {

  private static final int EVENTS = Integer.getInteger("cap.events", 200);
  private static final Instant START =
      LocalDateTime.parse("2026-05-04T16:00").atZone(DepotDay.ZONE).toInstant();
  private static final Power CONNECTION = DepotDay.site().grid().importLimit();
  private static final Duration CAPPED = Duration.ofSeconds(30);
  private static final Duration RELEASED = Duration.ofSeconds(97);

  @Test
  void obeysTheGridOperatorWithinSeconds() {
    Random random = new Random(5);
    double[] confirmed = new double[EVENTS];
    double[] under = new double[EVENTS];
    boolean[] effective = new boolean[EVENTS];
    try (VirtualDepot depot =
        new VirtualDepot(
            DepotDay.site(),
            DepotDay.hungry(5),
            Optimizers.linearWithFallback(),
            Optional.empty(),
            START)) {
      answerLate(depot, random);
      depot.liveUntil(START.plus(Duration.ofMinutes(30)));
      for (int event = 0; event < EVENTS; event++) {
        Power cap = Power.ofKilowatts(90 + random.nextInt(60));
        effective[event] = gridPower(depot).watts() > cap.watts();
        Instant at = depot.now();
        Set<UUID> before = depot.unanswered();
        depot.limitImport(cap);
        Set<UUID> asked = new HashSet<>(depot.unanswered());
        asked.removeAll(before);
        confirmed[event] = -1;
        under[event] = -1;
        while (depot.now().isBefore(at.plus(CAPPED))) {
          double seconds = Duration.between(at, depot.now()).toSeconds();
          if (confirmed[event] < 0 && Collections.disjoint(asked, depot.unanswered())) {
            confirmed[event] = seconds;
          }
          boolean isUnder = gridPower(depot).watts() <= cap.watts();
          under[event] = !isUnder ? -1 : under[event] < 0 ? seconds : under[event];
          depot.liveUntil(depot.now().plusSeconds(1));
        }
        depot.limitImport(CONNECTION);
        depot.liveUntil(depot.now().plus(RELEASED));
      }
    }

    print("all that were told at once confirmed", confirmed, effective);
    print("measured power under the cap for good", under, effective);

    assertThat(count(effective)).isGreaterThan(EVENTS / 2);
    assertThat(Arrays.stream(under).min().orElseThrow()).as("all stayed under").isNotNegative();
    assertThat(Arrays.stream(confirmed).min().orElseThrow()).as("all confirmed").isNotNegative();
    assertThat(Arrays.stream(confirmed).max().orElseThrow()).isLessThanOrEqualTo(4);
    assertThat(Arrays.stream(under).max().orElseThrow()).isLessThanOrEqualTo(12);
  }

  private static void answerLate(VirtualDepot depot, Random random) {
    for (Station station : DepotDay.site().stations()) {
      depot
          .world()
          .adopt(
              station.id(),
              Habits.GOOD.with(
                  "SetChargingProfile", new Reply.Late(Duration.ofMillis(random.nextInt(2000)))));
    }
  }

  private static Power gridPower(VirtualDepot depot) {
    return depot.world().flows().into(new CircuitId("main")).at(DepotDay.site().voltage());
  }

  /** Only events that asked for less than was drawn. */
  private static void print(String what, double[] seconds, boolean[] effective) {
    double[] sorted =
        IntStream.range(0, seconds.length)
            .filter(i -> effective[i])
            .mapToDouble(i -> seconds[i])
            .sorted()
            .toArray();
    System.out.printf(
        Locale.ROOT,
        "%-40s p50 %4.1f s  p95 %4.1f s  max %4.1f s  (%d of %d events)%n",
        what,
        quantile(sorted, 0.5),
        quantile(sorted, 0.95),
        quantile(sorted, 1),
        sorted.length,
        seconds.length);
  }

  private static double quantile(double[] sorted, double share) {
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }

  private static int count(boolean[] marks) {
    return (int) IntStream.range(0, marks.length).filter(i -> marks[i]).count();
  }
}
