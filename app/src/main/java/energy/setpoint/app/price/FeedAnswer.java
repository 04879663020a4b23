package energy.setpoint.app.price;

/** What came of a question for prices. */
public sealed interface FeedAnswer {

  /** Some prices, at least one. */
  record Published(MarketPrices prices) implements FeedAnswer {}

  /**
   * No prices, or none that can be believed.
   *
   * @param why for the operator, without any secret
   */
  record Refused(String why) implements FeedAnswer {}
}
