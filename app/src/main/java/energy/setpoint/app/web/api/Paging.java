package energy.setpoint.app.web.api;

import energy.setpoint.app.storage.query.Page;
import energy.setpoint.app.web.problem.Refusal;

/** The parameters {@code limit} and {@code offset}. */
final class Paging {

  static final int MOST = 1000;

  private Paging() {}

  static Page page(int limit, int offset) {
    if (limit < 1 || limit > MOST) {
      throw Refusal.invalid(
          "The parameter 'limit' is %d, expected a number from 1 to %d.".formatted(limit, MOST));
    }
    if (offset < 0) {
      throw Refusal.invalid(
          "The parameter 'offset' is %d, expected a number of at least 0.".formatted(offset));
    }
    return new Page(limit, offset);
  }
}
