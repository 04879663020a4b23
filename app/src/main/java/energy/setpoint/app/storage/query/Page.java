package energy.setpoint.app.storage.query;

/**
 * A part of a long list.
 *
 * @param limit how many at most, 1 to 10,000
 * @param offset how many to skip, at least 0
 */
public record Page(int limit, int offset) {

  private static final int MOST = 10_000;

  public Page {
    if (limit < 1 || limit > MOST || offset < 0) {
      throw new IllegalArgumentException(
          "A page has a limit of 1 to %d and an offset of at least 0, not %d and %d."
              .formatted(MOST, limit, offset));
    }
  }

  public static Page first(int limit) {
    return new Page(limit, 0);
  }
}
