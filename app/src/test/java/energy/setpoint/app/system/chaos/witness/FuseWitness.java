package energy.setpoint.app.system.chaos.witness;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.Site;
import energy.setpoint.simulation.world.BreakerHeat;
import energy.setpoint.simulation.world.SiteFlows;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * Judges each second of the site's time by what really flowed: the lines that the world writes of
 * every circuit, also those of seconds in which it catches up. Thread-safe.
 */
public final class FuseWitness extends Writer {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Site site;
  private final ToIntFunction<Instant> minuteOf;
  private final BreakerHeat heat;
  private final StringBuilder pending = new StringBuilder();
  private final Map<CircuitId, PhaseCurrents> second = new LinkedHashMap<>();
  private final Map<Integer, Map<CircuitId, Double>> worst = new TreeMap<>();
  private final Map<CircuitId, Integer> secondsAbove = new LinkedHashMap<>();
  private int secondsAboveContract;
  private Power highestImport = Power.ZERO;
  private long seconds;

  /**
   * @param minuteOf the row of the report that a moment of the site's time belongs to
   */
  public FuseWitness(Site site, ToIntFunction<Instant> minuteOf) {
    this.site = site;
    this.minuteOf = minuteOf;
    this.heat = new BreakerHeat(site.circuits());
  }

  @Override
  public synchronized void write(char[] text, int from, int length) {
    pending.append(text, from, length);
    for (int end = pending.indexOf("\n"); end >= 0; end = pending.indexOf("\n")) {
      hear(pending.substring(0, end));
      pending.delete(0, end + 1);
    }
  }

  /** {@code time,circuit,l1_a,l2_a,l3_a,…}, one line for each circuit of a second. */
  private void hear(String line) {
    String[] columns = line.split(",", -1);
    if (columns[0].equals("time")) {
      return;
    }
    PhaseCurrents currents =
        new PhaseCurrents(amps(columns[2]), amps(columns[3]), amps(columns[4]));
    second.put(new CircuitId(columns[1]), currents);
    if (second.size() == site.circuits().all().size()) {
      judge(Instant.parse(columns[0]), new LinkedHashMap<>(second));
      second.clear();
    }
  }

  private static Current amps(String text) {
    return Current.ofAmps(Double.parseDouble(text));
  }

  private void judge(Instant at, SequencedMap<CircuitId, PhaseCurrents> circuits) {
    SiteFlows flows =
        new SiteFlows(at, circuits, new LinkedHashMap<>(), new LinkedHashMap<>(), Power.ZERO);
    heat.carry(flows, SECOND);
    seconds++;
    Map<CircuitId, Double> minute =
        worst.computeIfAbsent(minuteOf.applyAsInt(at), _ -> new LinkedHashMap<>());
    for (Circuit circuit : site.circuits().all()) {
      double share = share(circuit, flows.into(circuit.id()));
      minute.merge(circuit.id(), share, Math::max);
      secondsAbove.merge(circuit.id(), share > 1 ? 1 : 0, Integer::sum);
    }
    judgeImport(flows.into(site.circuits().root().id()).at(site.voltage()));
  }

  private static double share(Circuit circuit, PhaseCurrents flowing) {
    double highest = 0;
    for (Phase phase : Phase.values()) {
      double amps = Math.abs(flowing.on(phase).amps());
      highest = Math.max(highest, amps / circuit.fuse().on(phase).amps());
    }
    return highest;
  }

  private void judgeImport(Power imported) {
    highestImport = imported.watts() > highestImport.watts() ? imported : highestImport;
    if (imported.watts() > site.grid().importLimit().watts()) {
      secondsAboveContract++;
    }
  }

  /** How many seconds of the site's time were judged. */
  public synchronized long seconds() {
    return seconds;
  }

  /** Breakers that may have tripped by their inverse-time curve. */
  public synchronized List<BreakerHeat.Finding> trips() {
    return heat.trips();
  }

  /** The hottest that any breaker was; 1 is where it may trip. */
  public synchronized double hottest() {
    return heat.hottest();
  }

  /** Seconds in which any phase of a circuit carried more than its fuse is made for. */
  public synchronized Map<CircuitId, Integer> secondsAbove() {
    return new LinkedHashMap<>(secondsAbove);
  }

  /** Seconds in which the site took more from the grid than its contract allows. */
  public synchronized int secondsAboveContract() {
    return secondsAboveContract;
  }

  public synchronized Power highestImport() {
    return highestImport;
  }

  /** The largest load of each fuse in a minute of the run, as a share of the fuse. */
  public synchronized Map<CircuitId, Double> worstIn(int minute) {
    return Map.copyOf(worst.getOrDefault(minute, Map.of()));
  }

  /** The last minute of the run that has begun. */
  public synchronized int lastMinute() {
    return worst.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /** The largest load of each fuse in the whole run. */
  public synchronized Map<CircuitId, Double> worst() {
    Map<CircuitId, Double> all = new LinkedHashMap<>();
    worst
        .values()
        .forEach(minute -> minute.forEach((id, share) -> all.merge(id, share, Math::max)));
    return all;
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
