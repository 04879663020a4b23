package energy.setpoint.app.replay;

import energy.setpoint.app.config.SiteFile;
import energy.setpoint.app.input.RecordedSession;
import energy.setpoint.core.forecast.Experience;
import energy.setpoint.core.forecast.PastSession;
import energy.setpoint.core.plan.PlanOptimizer;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.Station;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.tariff.DemandCharge;
import energy.setpoint.core.tariff.Tariff;
import energy.setpoint.optimizer.Optimizers;
import energy.setpoint.simulation.station.MessageSet;
import energy.setpoint.simulation.station.line.StationSettings;
import energy.setpoint.simulation.station.v201.Messages201;
import energy.setpoint.simulation.station.v21.Messages21;
import energy.setpoint.simulation.world.LockstepWorld;
import energy.setpoint.simulation.world.Scenario;
import energy.setpoint.simulation.world.VisitPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Replays recorded sessions at a site, without control, with the engine, or by a rule of thumb. */
final class Replay {

  /** Before the first arrival, so that stations have booted and carry their fallbacks. */
  private static final Duration LEAD = Duration.ofMinutes(10);

  private static final Duration LAST_MESSAGES = Duration.ofMinutes(2);

  private final SiteFile file;
  private final Tariff tariff;
  private final List<RecordedSession> earlier;
  private final ReplayPlan plan;
  private final Drivers drivers;
  private final Instant start;
  private final Instant end;

  /**
   * @param earlier sessions that show how far drivers' words can be believed
   */
  Replay(
      SiteFile file, Tariff tariff, List<RecordedSession> sessions, List<RecordedSession> earlier) {
    this.file = file;
    this.tariff = tariff;
    this.earlier = earlier;
    this.plan = ReplayPlan.of(file.site(), sessions);
    if (plan.visits().isEmpty()) {
      throw new IllegalArgumentException("No session found a free EVSE at " + file.site().id());
    }
    this.drivers = new Drivers(plan);
    this.start = plan.visits().getFirst().stay().start().minus(LEAD).truncatedTo(ChronoUnit.HOURS);
    this.end =
        plan.visits().stream()
            .map(visit -> visit.stay().end())
            .reduce(Instant.MIN, (a, b) -> a.isAfter(b) ? a : b)
            .plus(LAST_MESSAGES);
  }

  /** What is replayed where. */
  ReplayPlan plan() {
    return plan;
  }

  /** Is told how far a run has come. */
  interface Progress {

    /**
     * @param run which one
     * @param done 0 to 1
     */
    void at(String run, Instant siteTime, double done);
  }

  /** Without control, and with the engine. */
  List<Score> runBoth(Progress progress) {
    return List.of(run(Contender.uncontrolled(), progress), run(Contender.setpoint(), progress));
  }

  ReplayReport report(List<Score> both) {
    return new ReplayReport(
        file.site().name(),
        file.site().zone(),
        tariff,
        lastMonth(),
        plan.feasible(),
        both.getFirst().result(),
        both.getLast().result());
  }

  /**
   * What came of one way to run the sessions.
   *
   * @param limitChanges how often vehicles were told something else than before
   */
  record Score(
      String name, ReplayRun.Result result, long limitChanges, TimedOptimizer.PlanTimes plans) {}

  /** Safe to call from several threads at once; nothing is shared between runs. */
  Score run(Contender contender, Progress progress) {
    return contender
        .optimizer()
        .map(optimizer -> runControlled(contender, optimizer, progress))
        .orElseGet(() -> runUncontrolled(contender, progress));
  }

  /** Stations are answered, but nobody tells them how much to draw. */
  private Score runUncontrolled(Contender contender, Progress progress) {
    LimitChanges changes = new LimitChanges();
    ReplayEngine engine =
        new ReplayEngine(
            file, tariff, drivers, Optimizers.deadlineFirst(), Experience.none(), changes, start);
    LockstepWorld world = new LockstepWorld(scenario(), engine::attach, start);
    ReplayRun.Result result =
        newRun().run(world, engine::idle, at -> tell(progress, contender.name(), at), end);
    return new Score(contender.name(), result, changes.count(), TimedOptimizer.PlanTimes.NONE);
  }

  private Score runControlled(Contender contender, PlanOptimizer optimizer, Progress progress) {
    LimitChanges changes = new LimitChanges();
    TimedOptimizer timed = new TimedOptimizer(optimizer);
    Experience experience = contender.forecasts() ? primed() : Experience.none();
    ReplayEngine engine =
        new ReplayEngine(file, tariff, drivers, timed, experience, changes, start);
    LockstepWorld world = new LockstepWorld(scenario(), engine::attach, start);
    ReplayRun.Result result =
        newRun()
            .run(
                world,
                at -> engine.look(world, at),
                at -> tell(progress, contender.name(), at),
                end);
    return new Score(contender.name(), result, changes.count(), timed.times());
  }

  private Experience primed() {
    Experience experience = Experience.learning(file.site().zone());
    for (RecordedSession session : earlier) {
      experience.learnWords(
          new PastSession(
              session.arrival(),
              session.departure(),
              session.delivered(),
              session.requested().orElse(session.delivered()),
              session.requestedDeparture().orElse(session.departure()),
              session.maxPower().orElse(session.delivered().averagedOver(session.stay())),
              file.site().circuits().root().id()));
    }
    return experience;
  }

  /** In which the last vehicle arrives. */
  YearMonth lastMonth() {
    return YearMonth.from(plan.visits().getLast().stay().start().atZone(file.site().zone()));
  }

  private ReplayRun newRun() {
    return new ReplayRun(file.site(), plan.visits(), meteringInterval());
  }

  Duration meteringInterval() {
    return Duration.ofMinutes(tariff.demandCharge().map(DemandCharge::meteringMinutes).orElse(15));
  }

  private void tell(Progress progress, String run, Instant at) {
    double done =
        (double) Duration.between(start, at).toMillis() / Duration.between(start, end).toMillis();
    progress.at(run, at, Math.min(1, done));
  }

  /** Stations take turns in speaking 2.0.1 and 2.1, the versions in which vehicles tell needs. */
  private Scenario scenario() {
    Site site = file.site();
    Map<StationId, MessageSet> speech = new HashMap<>();
    int turn = 0;
    for (Station station : site.stations()) {
      speech.put(station.id(), turn++ % 2 == 0 ? new Messages201() : new Messages21());
    }
    StationSettings quiet =
        StationSettings.usual().withMeterPeriod(Duration.ofSeconds(30)).withIdleMeters(false);
    return new Scenario(
        site, speech, quiet, VisitPlan.of(plan.visits()), Map.of(), Map.of(), Map.of());
  }
}
