package energy.setpoint.app.price;

import energy.setpoint.core.time.Interval;

/** Somebody who tells what energy costs on a market. */
public interface PriceFeed extends AutoCloseable {

  /**
   * Asks for the prices of a time. Waits for the answer, but never longer than about a minute.
   *
   * @param wanted whole days; an answer may tell less, or more
   */
  FeedAnswer ask(Interval wanted);

  @Override
  default void close() {}
}
