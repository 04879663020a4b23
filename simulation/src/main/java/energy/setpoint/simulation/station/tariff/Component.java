package energy.setpoint.simulation.station.tariff;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A part of a tariff, such as energy: of several prices the first whose conditions hold
 * (I12.FR.34).
 *
 * @param prices per kWh, per minute, or once
 */
public record Component(List<Price> prices, List<Tax> taxes) {

  /** One that costs nothing. */
  public static final Component FREE = new Component(List.of(), List.of());

  /** A price and when it holds. */
  public record Price(double amount, Conditions conditions) {}

  public Component {
    prices = List.copyOf(prices);
    taxes = List.copyOf(taxes);
  }

  /** The place of the price that holds now, from 0. */
  OptionalInt placeAt(Moment now) {
    return IntStream.range(0, prices.size())
        .filter(i -> prices.get(i).conditions().hold(now))
        .findFirst();
  }

  /** What one unit costs now, without taxes; 0 where no price holds. */
  double priceAt(Moment now) {
    OptionalInt place = placeAt(now);
    return place.isPresent() ? prices.get(place.getAsInt()).amount() : 0;
  }
}
