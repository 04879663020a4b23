package energy.setpoint.simulation.world;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.CircuitTree;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When miniature circuit breakers would have tripped. By IEC 60898-1 (table 7) one of type B holds
 * 1.13 times its rating for an hour and more, and may trip one second after 2.55 times began.
 * Between the two an overload heats it with the square of the current. A gG fuse (IEC 60269), as
 * above 125 A, holds 1.25 times its rating and is slower.
 *
 * <p>It begins cold and cools within seconds, so it judges single overloads; those that repeat show
 * in the seconds above the rating that {@link FuseAuditor} counts. Not thread-safe.
 */
public final class BreakerHeat {

  private static final double HELD = 1.13 * 1.13;

  /** At 2.55 times the rating this is reached after a second. */
  private static final double TRIPS_AT = 2.55 * 2.55 - HELD;

  private final List<Pole> poles = new ArrayList<>();

  /**
   * What became of one phase of one breaker.
   *
   * @param hottest 1 is where it may trip
   */
  public record Finding(
      CircuitId circuit, Phase phase, double hottest, Optional<Instant> tripped) {}

  private static final class Pole {
    private final Circuit circuit;
    private final Phase phase;
    private double heat;
    private double hottest;
    private Optional<Instant> tripped = Optional.empty();

    Pole(Circuit circuit, Phase phase) {
      this.circuit = circuit;
      this.phase = phase;
    }

    void carry(Current current, Instant at, double seconds) {
      double share = current.amps() / circuit.fuse().on(phase).amps();
      heat = Math.max(0, heat + (share * share - HELD) * seconds);
      hottest = Math.max(hottest, heat / TRIPS_AT);
      if (heat >= TRIPS_AT && tripped.isEmpty()) {
        tripped = Optional.of(at);
      }
    }
  }

  public BreakerHeat(CircuitTree circuits) {
    for (Circuit circuit : circuits.all()) {
      for (Phase phase : Phase.values()) {
        poles.add(new Pole(circuit, phase));
      }
    }
  }

  /**
   * Lets every breaker carry what flows.
   *
   * @param step how long it flowed
   */
  public void carry(SiteFlows flows, Duration step) {
    double seconds = step.toNanos() / 1e9;
    poles.forEach(
        pole -> pole.carry(flows.into(pole.circuit.id()).on(pole.phase), flows.at(), seconds));
  }

  /** One for each phase of each circuit. */
  public List<Finding> findings() {
    return poles.stream()
        .map(pole -> new Finding(pole.circuit.id(), pole.phase, pole.hottest, pole.tripped))
        .toList();
  }

  /** The hottest that any breaker was; 1 is where it may trip. */
  public double hottest() {
    return poles.stream().mapToDouble(pole -> pole.hottest).max().orElse(0);
  }

  /** Those that may have tripped. */
  public List<Finding> trips() {
    return findings().stream().filter(finding -> finding.tripped().isPresent()).toList();
  }
}
