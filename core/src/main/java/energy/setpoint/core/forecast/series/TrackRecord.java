package energy.setpoint.core.forecast.series;

/** How one model did over a window of slots, and how wide it misses. */
final class TrackRecord {

  private final Residuals residuals;
  private final Ring absolute;
  private final Ring signed;
  private final Ring pinball;

  /**
   * @param window in slots
   */
  TrackRecord(SlotClock clock, Series series, int window) {
    residuals = new Residuals(clock, series);
    absolute = new Ring(window);
    signed = new Ring(window);
    pinball = new Ring(window);
  }

  Spread about(long slot, double expected) {
    return residuals.about(slot, expected);
  }

  /** Compares what was said of a slot with what was measured, both in watts. */
  void judge(long slot, double said, double watts) {
    Spread spread = about(slot, said);
    double error = watts - said;
    absolute.add(Math.abs(error));
    signed.add(error);
    pinball.add(spread.pinball(watts));
    residuals.learn(slot, error);
  }

  int judged() {
    return absolute.size();
  }

  double mae() {
    return absolute.mean();
  }

  ForecastErrors errors() {
    return new ForecastErrors(absolute.mean(), signed.mean(), pinball.mean());
  }
}
