package energy.setpoint.app.system.chaos.witness;

import static energy.setpoint.app.config.ProjectFiles.project;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.app.config.SiteFile;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.Site;
import energy.setpoint.simulation.world.FuseAuditor;
import energy.setpoint.simulation.world.SiteFlows;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/** The witness of a chaos run sees an overload when there is one, and none when there is none. */
class FuseWitnessTest {

  private static final Instant START = Instant.parse("2026-05-19T11:00:00Z");
  private static final CircuitId NORTH = new CircuitId("north");

  private final Site site =
      SiteFile.read(
              project("app/src/test/resources/system/chaos/site.yaml"), project("config/devices"))
          .site();
  private final FuseWitness witness =
      new FuseWitness(site, at -> (int) Duration.between(START, at).toMinutes());
  private final FuseAuditor auditor = new FuseAuditor(site.circuits(), Optional.of(witness));

  @Test
  void seesABreakerTripThatCarriesTwiceItsRatingForSeconds() {
    flow(10, 60);

    flow(5, 160);

    assertThat(witness.trips())
        .singleElement()
        .satisfies(trip -> assertThat(trip.circuit()).isEqualTo(NORTH));
    assertThat(witness.secondsAbove()).containsEntry(NORTH, 5);
    assertThat(witness.worst()).containsEntry(NORTH, 2.0);
  }

  @Test
  void seesNothingWhereAFuseCarriesItsRating() {
    flow(3600, 80);

    assertThat(witness.trips()).isEmpty();
    assertThat(witness.secondsAbove()).containsEntry(NORTH, 0);
    assertThat(witness.seconds()).isEqualTo(3600);
  }

  @Test
  void countsAnOverloadThatIsTooShortToTrip() {
    flow(2, 88);

    assertThat(witness.trips()).isEmpty();
    assertThat(witness.secondsAbove()).containsEntry(NORTH, 2);
    assertThat(witness.worstIn(0)).containsEntry(NORTH, 1.1);
  }

  @Test
  void countsSecondsAboveTheContract() {
    flow(4, 60, 150);

    assertThat(witness.secondsAboveContract()).isEqualTo(4);
    assertThat(witness.highestImport().kilowatts()).isEqualTo(103.5);
  }

  private void flow(int seconds, double northL1) {
    flow(seconds, northL1, 0);
  }

  /** In every second, north carries something on L1 and the site something on all phases. */
  private void flow(int seconds, double northL1, double main) {
    for (int i = 0; i < seconds; i++) {
      SequencedMap<CircuitId, PhaseCurrents> circuits = new LinkedHashMap<>();
      circuits.put(new CircuitId("main"), PhaseCurrents.balanced(Current.ofAmps(main)));
      circuits.put(NORTH, new PhaseCurrents(Current.ofAmps(northL1), Current.ZERO, Current.ZERO));
      circuits.put(new CircuitId("south"), PhaseCurrents.ZERO);
      Instant at = START.plusSeconds(auditor.steps());
      auditor.observe(
          new SiteFlows(at, circuits, new LinkedHashMap<>(), new LinkedHashMap<>(), Power.ZERO),
          Duration.ofSeconds(1));
    }
  }
}
