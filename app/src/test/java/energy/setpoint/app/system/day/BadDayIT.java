package energy.setpoint.app.system.day;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.Station;
import energy.setpoint.optimizer.Optimizers;
import energy.setpoint.simulation.world.Visit;
import energy.setpoint.simulation.world.VisitResult;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A day at a depot where everything goes wrong, in virtual time; {@code -Dday.hours=4} lives only
 * its beginning, which is too little to compare what was charged.
 */
class BadDayIT {

  private static final long SEED = Long.getLong("day.seed", 7);
  private static final int HOURS = Integer.getInteger("day.hours", 24);
  private static final Instant START =
      LocalDateTime.parse("2026-05-04T15:30").atZone(DepotDay.ZONE).toInstant();

  /** In percent of its rating: what a breaker carries without ever tripping (IEC 60898-1). */
  private static final double CARRIED_FOR_EVER = 113;

  /** What came of a day. */
  private record Day(
      String name,
      long secondsAbove,
      double worstPercent,
      double hottest,
      int trips,
      double chargedKwh,
      double importedKwh,
      Map<Visit, Energy> taken,
      int alerts,
      String trouble) {

    /** What vehicles took, none of them counted with more than on another day. */
    double kwhAtMostAsOn(Day other) {
      return taken.entrySet().stream()
          .mapToDouble(it -> it.getValue().min(other.taken(it.getKey())).kilowattHours())
          .sum();
    }

    private Energy taken(Visit visit) {
      return taken.entrySet().stream()
          .filter(it -> it.getKey().evse().equals(visit.evse()))
          .filter(it -> it.getKey().stay().equals(visit.stay()))
          .map(Map.Entry::getValue)
          .findFirst()
          .orElse(Energy.ZERO);
    }

    double takenKwh() {
      return taken.values().stream().mapToDouble(Energy::kilowattHours).sum();
    }
  }

  @Test
  void holdsEveryFuseAndChargesAlmostAsMuchOnABadDay() {
    var goodDay = supplyAsync(() -> live("good day", DepotDay.site(), false, HOURS));
    var badDay = supplyAsync(() -> live("bad day", DepotDay.site(), true, HOURS));
    var noGuard = supplyAsync(() -> live("4 h, no guard", DepotDay.siteWithoutLimits(), true, 4));
    Day good = goodDay.join();
    Day bad = badDay.join();
    Day unguarded = noGuard.join();

    print(good, bad, unguarded);

    assertThat(good.trips()).isZero();
    assertThat(bad.trips()).as(bad.toString()).isZero();
    assertThat(bad.worstPercent()).as(bad.toString()).isLessThan(CARRIED_FOR_EVER);
    assertThat(bad.hottest()).as(bad.toString()).isLessThan(0.01);
    assertThat(bad.chargedKwh()).isCloseTo(good.chargedKwh(), withinPercentage(3));
    assertThat(bad.kwhAtMostAsOn(good))
        .as("without what some took too much")
        .isGreaterThan(0.97 * good.takenKwh());
    assertThat(unguarded.trips()).isPositive();
  }

  private static Day live(String name, Site known, boolean troubled, int hours) {
    Optional<Trouble> trouble =
        troubled
            ? Optional.of(new Trouble(SEED, known.stations().stream().map(Station::id).toList()))
            : Optional.empty();
    try (VirtualDepot depot =
        new VirtualDepot(
            known,
            DepotDay.scenario(SEED, troubled),
            Optimizers.linearWithFallback(),
            trouble,
            START)) {
      Set<String> alerts = new HashSet<>();
      for (int minute = 1; minute <= hours * 60; minute++) {
        depot.liveUntil(START.plus(Duration.ofMinutes(minute)));
        depot.engine().snapshot().orElseThrow().alerts().stream()
            .map(alert -> alert.replaceAll("[0-9.]+", "#"))
            .forEach(alerts::add);
      }
      return dayOf(name, depot, alerts.size(), trouble);
    }
  }

  private static Day dayOf(String name, VirtualDepot depot, int alerts, Optional<Trouble> trouble) {
    var findings = depot.world().auditor().findings();
    long above = findings.stream().mapToLong(it -> it.above().toSeconds()).sum();
    double worst =
        findings.stream()
            .map(it -> it.highest().amps() / it.fuse().amps() * 100)
            .max(Comparator.naturalOrder())
            .orElse(0.0);
    return new Day(
        name,
        above,
        worst,
        depot.heat().hottest(),
        depot.heat().trips().size(),
        charged(depot),
        depot.world().imported().kilowattHours(),
        taken(depot),
        alerts,
        trouble.map(it -> it.counts().toString()).orElse("none"));
  }

  private static Map<Visit, Energy> taken(VirtualDepot depot) {
    return depot.world().visitResults().stream()
        .collect(Collectors.toMap(VisitResult::visit, VisitResult::imported));
  }

  private static double charged(VirtualDepot depot) {
    return depot.world().stations().stream()
        .flatMap(station -> station.evses().stream())
        .mapToDouble(evse -> evse.imported().kilowattHours())
        .sum();
  }

  private static void print(Day... days) {
    System.out.printf(
        "%-20s %12s %10s %10s %6s %12s %12s%n",
        "", "s above fuse", "worst %", "hottest", "trips", "charged kWh", "import kWh");
    for (Day day : days) {
      System.out.printf(
          Locale.ROOT,
          "%-20s %12d %10.1f %10.2f %6d %12.1f %12.1f%n",
          day.name(),
          day.secondsAbove(),
          day.worstPercent(),
          day.hottest(),
          day.trips(),
          day.chargedKwh(),
          day.importedKwh());
    }
    for (Day day : days) {
      System.out.println(
          day.name() + ": " + day.trouble() + ", " + day.alerts() + " kinds of alerts");
    }
    System.out.printf(
        Locale.ROOT,
        "visits that ended: %.1f kWh, on the bad day %.1f, or %.1f without what was too much%n",
        days[0].takenKwh(),
        days[1].takenKwh(),
        days[1].kwhAtMostAsOn(days[0]));
  }
}
