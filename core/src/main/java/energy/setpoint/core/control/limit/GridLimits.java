package energy.setpoint.core.control.limit;

import energy.setpoint.core.port.GridLimitLog;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.signal.GridFlow;
import energy.setpoint.core.signal.GridLimit;
import energy.setpoint.core.signal.GridLimitChange;
import energy.setpoint.core.signal.LimitSource;
import energy.setpoint.core.site.GridConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * What each source allows now. The lowest limit wins, and none allows more than the contract.
 * Changed in the loop, safe to read from any thread.
 */
public final class GridLimits {

  private static final System.Logger LOG = System.getLogger(GridLimits.class.getName());

  private static final LimitSource API = new LimitSource.Api();
  private static final String TOLD = "the API was told";

  private final GridConnection connection;
  private final GridLimitLog log;
  private final LongAdder changes = new LongAdder();
  private volatile List<GridLimit> inForce = List.of();

  public GridLimits(GridConnection connection, GridLimitLog log) {
    this.connection = connection;
    this.log = log;
  }

  /** The most that may be taken from the grid, at least 0 W. */
  public Power importLimit() {
    return lowest(GridFlow.IMPORT);
  }

  /** The most that may be fed into the grid, a magnitude of at least 0 W. */
  public Power exportLimit() {
    return lowest(GridFlow.EXPORT);
  }

  private Power lowest(GridFlow flow) {
    return inForce.stream()
        .filter(limit -> limit.flow() == flow)
        .map(GridLimit::power)
        .reduce(contract(flow), Power::min);
  }

  private Power contract(GridFlow flow) {
    return switch (flow) {
      case IMPORT -> connection.importLimit();
      case EXPORT -> connection.exportLimit();
    };
  }

  /** The limits below the contract, one for each source and direction. */
  public List<GridLimit> list() {
    return inForce;
  }

  /** What a source allows now; empty while it limits nothing. */
  public Optional<GridLimit> find(GridFlow flow, LimitSource source) {
    return inForce.stream()
        .filter(limit -> limit.flow() == flow && limit.source().equals(source))
        .findFirst();
  }

  /** How often a limit came, became another one, or went. */
  public long changes() {
    return changes.sum();
  }

  /**
   * Takes what the API was told.
   *
   * @param power at least 0 W; as much as the contract lifts the limit
   * @return whether that is new
   */
  public boolean change(GridFlow flow, Power power, Instant now) {
    return change(flow, API, Optional.of(power), now, TOLD);
  }

  /** Takes up what the API was told before a restart. */
  public void resume(GridFlow flow, Power power, Instant now) {
    resume(flow, API, Optional.of(power), now, TOLD);
  }

  /** Takes up what the API was told before a restart; limits of other sources are left. */
  public void resume(GridLimitChange last) {
    if (last.source().equals(API.key())) {
      resume(last.flow(), API, last.power(), last.at(), last.why());
    }
  }

  /**
   * Takes what a source allows from now on.
   *
   * @param power at least 0 W; empty, or as much as the contract, when it limits nothing
   * @param why for people
   * @return whether that is new
   */
  boolean change(
      GridFlow flow, LimitSource source, Optional<Power> power, Instant now, String why) {
    Optional<Power> limit = belowContract(flow, power);
    if (!replace(flow, source, limit, now, why)) {
      return false;
    }
    changes.increment();
    LOG.log(
        System.Logger.Level.INFO,
        "The {0} limit by {1} is now {2} ({3}); in force is {4}",
        flow.key(),
        source.key(),
        limit.map(Power::toString).orElse("none"),
        why,
        lowest(flow));
    log.note(new GridLimitChange(flow, source.key(), limit, now, why));
    return true;
  }

  /** Takes up what a source allowed before a restart. */
  void resume(GridFlow flow, LimitSource source, Optional<Power> power, Instant since, String why) {
    if (replace(flow, source, belowContract(flow, power), since, why)) {
      LOG.log(
          System.Logger.Level.INFO,
          "The {0} limit is {1} by {2}, as before the restart",
          flow.key(),
          lowest(flow),
          source.key());
    }
  }

  private Optional<Power> belowContract(GridFlow flow, Optional<Power> power) {
    return power
        .map(watts -> watts.max(Power.ZERO))
        .filter(watts -> watts.compareTo(contract(flow)) < 0);
  }

  private boolean replace(
      GridFlow flow, LimitSource source, Optional<Power> power, Instant since, String why) {
    Optional<GridLimit> before = find(flow, source);
    if (before.map(GridLimit::power).equals(power)) {
      return false;
    }
    List<GridLimit> all = new ArrayList<>(inForce);
    before.ifPresent(all::remove);
    power.ifPresent(watts -> all.add(new GridLimit(flow, source, watts, since, why)));
    inForce = List.copyOf(all);
    return true;
  }
}
