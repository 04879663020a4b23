package energy.setpoint.app.replay;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.site.Site;
import energy.setpoint.simulation.world.FuseAuditor;
import energy.setpoint.simulation.world.LockstepWorld;
import energy.setpoint.simulation.world.Visit;
import energy.setpoint.simulation.world.VisitResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs a world in virtual time from the first arrival to the last departure and notes what flowed.
 */
final class ReplayRun {

  /** Between two steps while a vehicle is there; the guard looks as often. */
  static final Duration STEP = Duration.ofSeconds(10);

  private static final Duration IDLE_STEP = Duration.ofMinutes(1);

  private final Site site;
  private final List<Visit> visits;
  private final LoadCurve load;

  ReplayRun(Site site, List<Visit> visits, Duration meteringInterval) {
    this.site = site;
    this.visits = visits;
    this.load = new LoadCurve(meteringInterval);
  }

  /**
   * What came of a run.
   *
   * @param delivered on the grid side, to all vehicles that have left
   * @param fuses what each phase of each fuse has seen
   */
  record Result(
      LoadCurve load,
      Energy delivered,
      List<VisitResult> visits,
      List<FuseAuditor.Finding> fuses) {}

  /**
   * Lives until the last vehicle has left.
   *
   * @param afterStep does what the engine does after each step; told the time
   * @param progress told the time after each step
   */
  Result run(
      LockstepWorld world, Consumer<Instant> afterStep, Consumer<Instant> progress, Instant end) {
    Presence presence = new Presence(visits);
    while (world.now().isBefore(end)) {
      Instant before = world.now();
      Duration step = presence.isSomebodyAround(before) ? STEP : IDLE_STEP;
      var flows = world.advance(step);
      load.add(before, flows.into(site.circuits().root().id()).at(site.voltage()), step);
      afterStep.accept(world.now());
      world.settle();
      progress.accept(world.now());
    }
    List<VisitResult> results = world.visitResults();
    Energy delivered =
        results.stream().map(VisitResult::imported).reduce(Energy.ZERO, Energy::plus);
    return new Result(load, delivered, results, world.auditor().findings());
  }

  /** Tells whether a vehicle is there or about to come. */
  private static final class Presence {
    private static final Duration LEAD = Duration.ofMinutes(3);

    private final List<Visit> visits;
    private int next;
    private Instant busyUntil = Instant.MIN;

    Presence(List<Visit> visits) {
      this.visits = visits;
    }

    boolean isSomebodyAround(Instant now) {
      Instant soon = now.plus(LEAD);
      while (next < visits.size() && visits.get(next).stay().start().isBefore(soon)) {
        Instant gone = visits.get(next).stay().end().plus(LEAD);
        busyUntil = gone.isAfter(busyUntil) ? gone : busyUntil;
        next++;
      }
      return now.isBefore(busyUntil);
    }
  }
}
