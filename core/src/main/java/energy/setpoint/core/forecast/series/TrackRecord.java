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

  Spread centred(long slot, double expected) {
    return residuals.centred(slot, expected);
  }

  void judge(long slot, Spread said, double watts) {
    double error = watts - said.middle();
    absolute.add(Math.abs(error));
    signed.add(error);
    pinball.add(said.pinball(watts));
    residuals.learn(slot, watts - said.expected());
  }

  int judged() {
    return absolute.size();
  }

  ForecastErrors errors() {
    return new ForecastErrors(absolute.mean(), signed.mean(), pinball.mean());
  }
}
