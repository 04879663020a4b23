package energy.setpoint.app.engine;

import energy.setpoint.app.storage.jdbc.ImportLimitTable;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.SiteId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a limit of the grid operator obeyed, and keeps it so that a restart does not forget it. It is
 * obeyed first, and also when the database is away. Thread-safe.
 */
final class ImportLimitKeeper {

  private static final Logger LOG = LoggerFactory.getLogger(ImportLimitKeeper.class);

  private final SiteId site;
  private final ImportLimitTable table;
  private final Consumer<Power> loop;
  private final InstantSource clock;

  /**
   * @param loop takes the limit into the loop
   */
  ImportLimitKeeper(
      SiteId site, ImportLimitTable table, Consumer<Power> loop, InstantSource clock) {
    this.site = site;
    this.table = table;
    this.loop = loop;
    this.clock = clock;
  }

  /** One change after the other, so that the last that is obeyed is also the last that is kept. */
  synchronized void change(Power limit) {
    loop.accept(limit);
    try {
      table.save(site, limit, clock.instant());
    } catch (RuntimeException e) { // whatever it is, the limit holds
      LOG.error(
          "The import limit of {} is obeyed, but a restart would forget it: {}",
          limit,
          e.toString());
    }
  }

  /** What was kept last. */
  Optional<Power> find() {
    return table.find(site);
  }
}
