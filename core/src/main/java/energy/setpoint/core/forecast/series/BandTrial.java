package energy.setpoint.core.forecast.series;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Judges the models of one lead band: with each slot it writes down what they say of a later one,
 * and compares when that was measured. Whoever is worse than another over two weeks is replaced by
 * it.
 */
final class BandTrial {

  private static final int WINDOW_DAYS = 14;
  private static final int FEWEST_DAYS = 7;

  /** A tie is no reason to change. */
  private static final double WORSE = 1.02;

  private final SlotClock clock;
  private final Series series;
  private final LeadBand band;
  private final CalendarRegression regression;
  private final PointModel seasonal;
  private final PointModel persistence;
  private final Blend blend = new Blend(3);
  private final Map<ForecastModel, TrackRecord> records = new EnumMap<>(ForecastModel.class);
  private final Deque<Said> open = new ArrayDeque<>();
  private ForecastModel inUse = ForecastModel.BLEND;

  BandTrial(SlotClock clock, Series series, LeadBand band, CalendarRegression regression) {
    this.clock = clock;
    this.series = series;
    this.band = band;
    this.regression = regression;
    this.seasonal = new SeasonalNaive(clock, series);
    this.persistence = new Persistence(clock);
    for (ForecastModel model : ForecastModel.values()) {
      records.put(model, new TrackRecord(clock, series, WINDOW_DAYS * clock.slotsPerDay()));
    }
  }

  /**
   * What all say of a slot.
   *
   * @param single of regression, seasonal-naive and persistence; the first stands in for those that
   *     have nothing to say
   */
  private record Said(
      long slot, CalendarRegression.Case of, double[] single, double blended, boolean complete) {

    double by(ForecastModel model) {
      return switch (model) {
        case BLEND -> blended;
        case REGRESSION -> single[0];
        case SEASONAL_NAIVE -> single[1];
        case PERSISTENCE -> single[2];
      };
    }
  }

  private Said say(SlotHistory past, long origin, long slot) {
    CalendarRegression.Case of = regression.caseOf(past, origin, slot);
    double own = series.within(regression.expect(of));
    OptionalDouble alike = seasonal.expect(past, origin, slot);
    OptionalDouble before = persistence.expect(past, origin, slot);
    double[] single = {own, alike.orElse(own), before.orElse(own)};
    return new Said(slot, of, single, blend.of(single), alike.isPresent() && before.isPresent());
  }

  /** Writes down what is said of the slot at this band's lead. */
  void open(SlotHistory past, long origin) {
    open.addLast(say(past, origin, origin + band.judgedAt().dividedBy(clock.length())));
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
    if (!said.complete()) {
      return Optional.empty();
    }
    blend.learn(said.single(), watts);
    records.forEach((model, record) -> record.judge(slot, said.by(model), watts));
    return choose();
  }

  private Optional<ModelChange> choose() {
    ForecastModel best = inUse;
    for (ForecastModel model : ForecastModel.values()) {
      best = mae(model) < mae(best) ? model : best;
    }
    boolean settled = record(inUse).judged() >= FEWEST_DAYS * clock.slotsPerDay();
    if (!settled || mae(inUse) <= WORSE * mae(best)) {
      return Optional.empty();
    }
    ModelChange change = new ModelChange(series, band, inUse, best, mae(inUse), mae(best));
    inUse = best;
    return Optional.of(change);
  }

  /** The forecast of the model in use. */
  Spread forecast(SlotHistory past, long origin, long slot) {
    return record(inUse).about(slot, say(past, origin, slot).by(inUse));
  }

  ForecastScore score() {
    Map<ForecastModel, ForecastErrors> errors = new EnumMap<>(ForecastModel.class);
    records.forEach((model, record) -> errors.put(model, record.errors()));
    return new ForecastScore(band, inUse, record(inUse).judged(), errors);
  }

  private double mae(ForecastModel model) {
    return record(model).mae();
  }

  private TrackRecord record(ForecastModel model) {
    return Objects.requireNonNull(records.get(model));
  }
}
