package energy.setpoint.app.price;

import static energy.setpoint.core.tariff.DayAheadPrices.QUARTER;

import energy.setpoint.core.tariff.DayAheadPrices;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What energy costs on a market, without fees and taxes.
 *
 * @param perKwh by the start of each quarter of an hour; hours are kept as four quarters
 */
public record MarketPrices(NavigableMap<Instant, Double> perKwh) {

  public static final MarketPrices NONE = new MarketPrices(new TreeMap<>());

  public MarketPrices {
    perKwh = Collections.unmodifiableNavigableMap(new TreeMap<>(perKwh));
  }

  public boolean isEmpty() {
    return perKwh.isEmpty();
  }

  /** The same with others, which count where both tell a price. */
  public MarketPrices with(MarketPrices newer) {
    NavigableMap<Instant, Double> both = new TreeMap<>(perKwh);
    both.putAll(newer.perKwh);
    return new MarketPrices(both);
  }

  /** The same without what was before. */
  public MarketPrices from(Instant start) {
    return new MarketPrices(perKwh.tailMap(start, true));
  }

  /** The first instant from here on without a price; empty when there is none here. */
  public Optional<Instant> coveredUntil(Instant from) {
    Instant quarter = DayAheadPrices.startOfQuarter(from);
    if (!perKwh.containsKey(quarter)) {
      return Optional.empty();
    }
    while (perKwh.containsKey(quarter)) {
      quarter = quarter.plus(QUARTER);
    }
    return Optional.of(quarter);
  }

  /** Gathers prices as a market tells them. */
  public static final class Gathering {

    /** Far beyond the harmonised limits of the European market, in either direction. */
    private static final double MOST_PER_MWH = 100_000;

    private static final Duration LONGEST = Duration.ofDays(1);

    private final NavigableMap<Instant, Double> perKwh = new TreeMap<>();

    /**
     * Adds the price of a whole number of quarters; a later one replaces an earlier one.
     *
     * @throws IllegalArgumentException when the time or the price cannot be right
     */
    public void add(Instant start, Instant end, double perMwh) {
      boolean whole =
          start.equals(DayAheadPrices.startOfQuarter(start))
              && end.equals(DayAheadPrices.startOfQuarter(end));
      if (!whole || !start.isBefore(end) || Duration.between(start, end).compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException(
            "a price holds from " + start + " until " + end + ", expected quarters of an hour");
      }
      if (!(Math.abs(perMwh) <= MOST_PER_MWH)) {
        throw new IllegalArgumentException("the price at " + start + " is " + perMwh + " per MWh");
      }
      for (Instant quarter = start; quarter.isBefore(end); quarter = quarter.plus(QUARTER)) {
        perKwh.put(quarter, perMwh / 1000);
      }
    }

    /** All that was added. */
    public MarketPrices prices() {
      return new MarketPrices(perKwh);
    }

    /** All that was added; where that is nothing, an answer that says so. */
    public FeedAnswer answer() {
      return perKwh.isEmpty()
          ? new FeedAnswer.Refused("the answer holds no prices")
          : new FeedAnswer.Published(prices());
    }
  }
}
