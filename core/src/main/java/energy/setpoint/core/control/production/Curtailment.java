package energy.setpoint.core.control.production;

import energy.setpoint.core.control.ControlCounters;
import energy.setpoint.core.control.book.DeviceBook;
import energy.setpoint.core.port.CommandOutcome;
import energy.setpoint.core.port.InverterGateway;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.Inverter;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Limits inverters as far as the site would feed in more than it may. Limits fall at once and rise
 * slowly, so that a load that comes and goes does not swing them; where nothing needs to be limited
 * the inverters are left alone. Confined to the engine's loop.
 */
public final class Curtailment {

  private static final System.Logger LOG = System.getLogger(Curtailment.class.getName());

  /** Kept free below the limit, as a share of what the inverters can produce. */
  private static final double MARGIN = 0.02;

  /** A limit rises by no more than this share of the rating at each look. */
  private static final double RISE = 0.05;

  /** Less is noise, as a share of the rating. */
  private static final double SMALLEST_CHANGE = 0.01;

  /** An inverter is left alone while it could produce so much more, as a share of its rating. */
  private static final double FAR = 0.05;

  private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

  private final Site site;
  private final InverterGateway gateway;
  private final ControlCounters counters;
  private final Allowed allowed;
  private final Duration lease;
  private final InstantSource clock;
  private final Executor loop;
  private final Map<DeviceId, Told> told = new HashMap<>();

  /**
   * What an inverter was told last.
   *
   * @param share of its rating that it may produce
   * @param renewAt when it is told again
   */
  private record Told(double share, Instant renewAt, boolean awaitingAnswer) {}

  /**
   * @param lease how long a limit holds when it is not renewed
   * @param loop takes the answers of devices back into the loop
   */
  public Curtailment(
      Site site,
      DeviceBook devices,
      InverterGateway gateway,
      ControlCounters counters,
      Duration lease,
      InstantSource clock,
      Executor loop) {
    this.site = site;
    this.gateway = gateway;
    this.counters = counters;
    this.allowed = new Allowed(site, devices);
    this.lease = lease;
    this.clock = clock;
    this.loop = loop;
  }

  /**
   * @param exportLimit a magnitude of at least 0 W
   */
  public void look(Power exportLimit, Instant now) {
    List<Inverter> limitable =
        site.inverters().stream().filter(it -> gateway.canLimit(it.id())).toList();
    double rated = limitable.stream().mapToDouble(it -> it.rated().watts()).sum();
    if (rated <= 0) {
      return;
    }
    Power most = allowed.production(limitable, exportLimit, now);
    boolean far = most.watts() > allowed.produced(limitable, now).watts() + FAR * rated;
    if (far && told.values().stream().allMatch(it -> it.share() == 1)) {
      return;
    }
    double share = Math.clamp(most.watts() / rated - MARGIN, 0, 1);
    for (Inverter inverter : limitable) {
      tell(inverter, share, now);
    }
  }

  /** Whether an inverter may produce less than it could, so that what it produces tells little. */
  public boolean isHoldingBack() {
    return told.values().stream().anyMatch(it -> it.share() < 1);
  }

  private void tell(Inverter inverter, double wanted, Instant now) {
    Optional<Told> last = Optional.ofNullable(told.get(inverter.id()));
    double before = last.map(Told::share).orElse(1.0);
    double share = Math.min(wanted, before + RISE);
    share = share > 1 - MARGIN - SMALLEST_CHANGE ? 1 : share;
    boolean changes = Math.abs(share - before) >= SMALLEST_CHANGE || share == 1 && before < 1;
    boolean renews = before < 1 && last.filter(it -> !now.isBefore(it.renewAt())).isPresent();
    if (last.filter(Told::awaitingAnswer).isPresent() || !changes && !renews) {
      return;
    }
    send(inverter, changes ? share : before, before, now);
  }

  private void send(Inverter inverter, double share, double before, Instant now) {
    Power most = inverter.rated().times(share);
    if (before == 1 || share == 1) {
      LOG.log(
          System.Logger.Level.INFO,
          share == 1 ? "Inverter {0} is not limited any more" : "Inverter {0} is limited to {1}",
          inverter.id(),
          most);
    }
    told.put(inverter.id(), new Told(share, now.plus(lease.dividedBy(2)), true));
    counters.countProductionLimit();
    gateway
        .limit(inverter.id(), most, Interval.of(now, lease))
        .whenCompleteAsync((outcome, failure) -> answered(inverter, outcome, failure), loop);
  }

  private void answered(
      Inverter inverter, @Nullable CommandOutcome outcome, @Nullable Throwable failure) {
    Told last = told.get(inverter.id());
    if (last == null) {
      return;
    }
    boolean applied = outcome instanceof CommandOutcome.Applied;
    Instant renewAt = applied ? last.renewAt() : clock.instant().plus(RETRY_AFTER);
    told.put(inverter.id(), new Told(last.share(), renewAt, false));
    if (!applied) {
      counters.countProductionLimitFailed();
      LOG.log(
          System.Logger.Level.WARNING,
          "Inverter {0} did not take its limit: {1}",
          inverter.id(),
          failure == null ? String.valueOf(outcome) : failure.toString());
    }
  }
}
