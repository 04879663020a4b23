package energy.setpoint.app.web.live;

import energy.setpoint.app.engine.EngineView;
import energy.setpoint.app.web.view.LiveState;
import energy.setpoint.app.web.view.SiteState;
import energy.setpoint.core.plan.Plan;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks at the engine once a second while anybody watches, and keeps the result for all who do. The
 * engine never waits for a watcher.
 */
@Component
class LiveEvents implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(LiveEvents.class);
  private static final long PERIOD_MILLIS = 1000;
  private static final int MOST_WATCHERS = 200;

  private final EngineView engine;
  private final JsonMapper json;
  private final InstantSource wall = InstantSource.system();
  private final Frames frames = new Frames();
  private final AtomicInteger watchers = new AtomicInteger();
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("live-events").daemon().factory());
  private volatile boolean running;

  LiveEvents(EngineView engine, JsonMapper json) {
    this.engine = engine;
    this.json = json;
  }

  Frames frames() {
    return frames;
  }

  /** Makes room for one more watcher; false when there are too many. */
  boolean enter() {
    if (watchers.incrementAndGet() > MOST_WATCHERS) {
      watchers.decrementAndGet();
      refused.incrementAndGet();
      return false;
    }
    return true;
  }

  void leave() {
    watchers.decrementAndGet();
  }

  void countDropped(long missed) {
    dropped.addAndGet(missed);
  }

  int watchers() {
    return watchers.get();
  }

  /** Frames that slow watchers missed. */
  long dropped() {
    return dropped.get();
  }

  /** Watchers that were turned away. */
  long refused() {
    return refused.get();
  }

  private void tick() {
    if (watchers.get() == 0) {
      return;
    }
    try {
      frames.publish("event: state\ndata: " + json.writeValueAsString(look()) + "\n\n");
    } catch (RuntimeException e) {
      LOG.warn("Could not write down the state of the site for the live page.", e);
    }
  }

  /** The engine at this moment. */
  LiveState look() {
    return new LiveState(
        wall.instant(),
        engine.now(),
        engine.impediments(),
        engine.plan().map(Plan::id).map(Object::toString),
        engine.snapshot().map(snapshot -> SiteState.of(snapshot, engine.site().voltage())));
  }

  @Override
  public void start() {
    running = true;
    var _ = clock.scheduleAtFixedRate(this::tick, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    running = false;
    clock.shutdownNow();
    frames.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Ends before the web server does, which waits for its last requests. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
