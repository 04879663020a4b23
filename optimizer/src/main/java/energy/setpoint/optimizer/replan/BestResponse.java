package energy.setpoint.optimizer.replan;

import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.ReducedCosts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a vehicle would do best when every row but its own has a price: take the cheapest energy
 * first. Finds the price of its own row that this implies, which makes the bound of the whole as
 * high as it can be.
 */
final class BestResponse {

  private BestResponse() {}

  private record Offer(double price, double amount) {}

  /**
   * The price of a row over columns that can rest.
   *
   * @param costs with every other row paid for
   */
  static double price(LinearModel model, int row, ReducedCosts costs) {
    List<Offer> offers = new ArrayList<>();
    for (int entry = model.start(row); entry < model.start(row + 1); entry++) {
      int column = model.column(entry);
      double factor = model.factor(entry);
      offers.add(new Offer(costs.of(column) / factor, factor * model.upper(column)));
    }
    offers.sort(Comparator.comparingDouble(Offer::price));
    double taken = 0;
    for (Offer offer : offers) {
      if (offer.price() >= 0 && taken >= model.rowLower(row)) {
        return 0;
      }
      taken += offer.amount();
      if (taken >= (offer.price() < 0 ? model.rowUpper(row) : model.rowLower(row))) {
        return offer.price();
      }
    }
    return 0;
  }
}
