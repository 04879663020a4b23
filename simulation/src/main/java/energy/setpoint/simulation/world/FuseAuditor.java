package energy.setpoint.simulation.world;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.CircuitTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks every fuse at every step of the simulation, on what really flowed and not on what anybody
 * reported. Thread-safe.
 */
public final class FuseAuditor {

  /**
   * What one phase of one fuse has seen.
   *
   * @param highest the largest magnitude
   * @param highestAt when that flowed
   * @param above how long the fuse was exceeded
   */
  public record Finding(
      CircuitId circuit,
      Phase phase,
      Current fuse,
      Current highest,
      Instant highestAt,
      Duration above,
      Optional<Instant> firstViolation) {

    private Finding seen(Current magnitude, Instant at, Duration step) {
      boolean higher = magnitude.isMoreThan(highest);
      boolean over = magnitude.isMoreThan(fuse);
      return new Finding(
          circuit,
          phase,
          fuse,
          higher ? magnitude : highest,
          higher ? at : highestAt,
          over ? above.plus(step) : above,
          over && firstViolation.isEmpty() ? Optional.of(at) : firstViolation);
    }
  }

  private final CircuitTree circuits;
  private final Optional<Writer> csv;
  private final List<Finding> findings = new ArrayList<>();
  private long steps;

  /**
   * @param csv gets a line for every circuit and step; the caller closes it
   */
  public FuseAuditor(CircuitTree circuits, Optional<Writer> csv) {
    this.circuits = circuits;
    this.csv = csv;
    for (Circuit circuit : circuits.all()) {
      for (Phase phase : Phase.values()) {
        findings.add(
            new Finding(
                circuit.id(),
                phase,
                circuit.fuse().on(phase),
                Current.ZERO,
                Instant.EPOCH,
                Duration.ZERO,
                Optional.empty()));
      }
    }
    write("time,circuit,l1_a,l2_a,l3_a,fuse_l1_a,fuse_l2_a,fuse_l3_a\n");
  }

  /**
   * Looks at every fuse.
   *
   * @param step how long the flows lasted
   */
  public synchronized void observe(SiteFlows flows, Duration step) {
    steps++;
    findings.replaceAll(finding -> {
      Current current = flows.into(finding.circuit()).on(finding.phase());
      return finding.seen(magnitude(current), flows.at(), step);
    });
    if (csv.isPresent()) {
      circuits.all().forEach(circuit -> writeLine(flows, circuit));
    }
  }

  /** One finding for each phase of each circuit. */
  public synchronized List<Finding> findings() {
    return List.copyOf(findings);
  }

  public synchronized List<Finding> violations() {
    return findings.stream().filter(finding -> finding.firstViolation().isPresent()).toList();
  }

  /** How many steps were looked at. */
  public synchronized long steps() {
    return steps;
  }

  private void writeLine(SiteFlows flows, Circuit circuit) {
    PhaseCurrents now = flows.into(circuit.id());
    write(
        flows.at()
            + ","
            + circuit.id()
            + ","
            + columns(now)
            + ","
            + columns(circuit.fuse())
            + "\n");
  }

  private static String columns(PhaseCurrents currents) {
    return currents.l1().amps() + "," + currents.l2().amps() + "," + currents.l3().amps();
  }

  private static Current magnitude(Current current) {
    return current.isNegative() ? current.negated() : current;
  }

  private void write(String line) {
    csv.ifPresent(writer -> {
      try {
        writer.write(line);
      } catch (IOException e) {
        throw new UncheckedIOException("The audit of the fuses cannot be written.", e);
      }
    });
  }
}
