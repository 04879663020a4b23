package energy.setpoint.core.forecast.series;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Judges the models of one lead band: with each slot it writes down what they say of a later one,
 * and compares when that was measured. Who is worse than persistence is replaced by it until it is
 * better again.
 */
final class BandTrial {

  private static final int WINDOW_DAYS = 14;
  private static final int FEWEST_DAYS = 7;

  /** A tie is no reason to change. */
  private static final double WORSE = 1.02;

  private final SlotClock clock;
  private final LeadBand band;
  private final CalendarRegression regression;
  private final PointModel persistence;
  private final PointModel seasonal;
  private final TrackRecord ofRegression;
  private final TrackRecord ofPersistence;
  private final TrackRecord ofSeasonal;
  private final Deque<Said> open = new ArrayDeque<>();
  private ModelInUse inUse = ModelInUse.REGRESSION;

  BandTrial(SlotClock clock, Series series, LeadBand band, CalendarRegression regression) {
    this.clock = clock;
    this.band = band;
    this.regression = regression;
    this.persistence = new Persistence(clock);
    this.seasonal = new SeasonalNaive(clock, series);
    int window = WINDOW_DAYS * clock.slotsPerDay();
    this.ofRegression = new TrackRecord(clock, series, window);
    this.ofPersistence = new TrackRecord(clock, series, window);
    this.ofSeasonal = new TrackRecord(clock, series, window);
  }

  private record Said(
      long slot,
      CalendarRegression.Case of,
      Spread regression,
      Optional<Spread> persistence,
      Optional<Spread> seasonal) {}

  /** Writes down what is said of the slot at this band's lead. */
  void open(SlotHistory past, long origin) {
    long slot = origin + band.judgedAt().dividedBy(clock.length());
    CalendarRegression.Case of = regression.caseOf(past, origin, slot);
    open.addLast(
        new Said(
            slot,
            of,
            ofRegression.centred(slot, regression.expect(of)),
            about(ofPersistence, slot, persistence.expect(past, origin, slot)),
            about(ofSeasonal, slot, seasonal.expect(past, origin, slot))));
  }

  /** Compares what was said of a slot with what was measured, and answers a change of model. */
  Optional<ModelChange> judge(long slot, double watts) {
    while (!open.isEmpty() && open.getFirst().slot() < slot) {
      open.removeFirst();
    }
    if (open.isEmpty() || open.getFirst().slot() > slot) {
      return Optional.empty();
    }
    Said said = open.removeFirst();
    regression.learn(said.of(), watts);
    if (said.persistence().isEmpty() || said.seasonal().isEmpty()) {
      return Optional.empty();
    }
    ofRegression.judge(slot, said.regression(), watts);
    said.persistence().ifPresent(spread -> ofPersistence.judge(slot, spread, watts));
    said.seasonal().ifPresent(spread -> ofSeasonal.judge(slot, spread, watts));
    return choose();
  }

  private Optional<ModelChange> choose() {
    double ours = ofRegression.errors().mae();
    double plain = ofPersistence.errors().mae();
    boolean settled = ofRegression.judged() >= FEWEST_DAYS * clock.slotsPerDay();
    ModelInUse better =
        switch (inUse) {
          case REGRESSION ->
              settled && ours > WORSE * plain ? ModelInUse.PERSISTENCE : ModelInUse.REGRESSION;
          case PERSISTENCE -> ours < plain ? ModelInUse.REGRESSION : ModelInUse.PERSISTENCE;
        };
    if (better == inUse) {
      return Optional.empty();
    }
    inUse = better;
    return Optional.of(new ModelChange(band, better, ours, plain));
  }

  /** The forecast of the model in use; the regression's where persistence has nothing to say. */
  Spread forecast(SlotHistory past, long origin, long slot) {
    Optional<Spread> plain =
        inUse == ModelInUse.PERSISTENCE
            ? about(ofPersistence, slot, persistence.expect(past, origin, slot))
            : Optional.empty();
    return plain.orElseGet(
        () -> ofRegression.centred(slot, regression.expect(regression.caseOf(past, origin, slot))));
  }

  ForecastScore score() {
    return new ForecastScore(
        band,
        inUse,
        ofRegression.judged(),
        ofRegression.errors(),
        ofPersistence.errors(),
        ofSeasonal.errors());
  }

  private static Optional<Spread> about(TrackRecord record, long slot, OptionalDouble expected) {
    return expected.isPresent()
        ? Optional.of(record.about(slot, expected.getAsDouble()))
        : Optional.empty();
  }
}
