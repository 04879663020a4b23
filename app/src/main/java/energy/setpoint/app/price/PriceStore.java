package energy.setpoint.app.price;

import java.time.Instant;
import java.util.Optional;

/** Where prices outlive the process. All methods fail with the database. */
public interface PriceStore {

  /** Replaces what was told of the same quarters by the same source, and forgets old ones. */
  void save(String source, MarketPrices prices, Instant forgetBefore, Instant at);

  /** What a source told, with the time at which it did so last; empty when it never did. */
  Optional<Kept> find(String source, Instant from);

  /** Prices and their age. */
  record Kept(MarketPrices prices, Instant at) {}
}
