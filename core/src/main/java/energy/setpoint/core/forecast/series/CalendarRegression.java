package energy.setpoint.core.forecast.series;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * A typical day, corrected by how far the last hour, the last day, the last day of the same kind
 * and the same day of last week were from theirs. How much each of them says is learnt for each
 * lead band; before, only the last hour counts, and what is unusual now fades within hours.
 */
final class CalendarRegression implements PointModel {

  private static final double FADE_HOURS = 2;
  private static final double PRIOR_DAYS = 3;
  private static final double HALF_LIFE_DAYS = 28;

  private final SlotClock clock;
  private final TypicalDays typical;
  private final PointModel lastAlike;
  private final Map<LeadBand, MedianRegression> regressions = new EnumMap<>(LeadBand.class);

  CalendarRegression(SlotClock clock, Series series, ToDoubleFunction<Instant> prior) {
    this.clock = clock;
    this.typical = new TypicalDays(clock, series, prior);
    this.lastAlike = new SeasonalNaive(clock, series);
    double keep = Math.pow(0.5, 1 / (HALF_LIFE_DAYS * clock.slotsPerDay()));
    for (LeadBand band : LeadBand.values()) {
      double hours = band.judgedAt().toMinutes() / 60.0;
      double[] weights = {Math.exp(-hours / FADE_HOURS), 0, 0, 0};
      regressions.put(band, new MedianRegression(weights, PRIOR_DAYS * clock.slotsPerDay(), keep));
    }
  }

  /** What a forecast was made of, until it is known how it was. */
  record Case(LeadBand band, double typical, double[] terms) {}

  @Override
  public OptionalDouble expect(SlotHistory past, long origin, long slot) {
    return OptionalDouble.of(expect(caseOf(past, origin, slot)));
  }

  double expect(Case of) {
    return of.typical() + regression(of.band()).predict(of.terms());
  }

  Case caseOf(SlotHistory past, long origin, long slot) {
    Duration lead = clock.length().multipliedBy(slot - origin);
    double level = typical.at(slot);
    double[] terms = {
      lastHour(past, origin),
      residual(past, lastDayBefore(origin, slot)).orElse(0),
      differenceTo(level, lastAlike.expect(past, origin, slot)),
      lastWeek(past, origin, slot)
    };
    return new Case(LeadBand.of(lead), level, terms);
  }

  /**
   * Takes up how a forecast slot was.
   *
   * @param watts measured
   */
  void learn(Case of, double watts) {
    regression(of.band()).learn(of.terms(), watts - of.typical());
  }

  /** Takes up a slot, whoever forecast it; once a day the regressions are solved anew. */
  void learn(long slot, double watts) {
    typical.learn(slot, watts);
    if (Math.floorMod(slot, clock.slotsPerDay()) == 0) {
      regressions.values().forEach(MedianRegression::solve);
    }
  }

  private MedianRegression regression(LeadBand band) {
    return Objects.requireNonNull(regressions.get(band));
  }

  private double lastHour(SlotHistory past, long origin) {
    double sum = 0;
    int known = 0;
    for (int back = 1; back <= clock.slotsPerHour(); back++) {
      OptionalDouble residual = residual(past, origin - back);
      sum += residual.orElse(0);
      known += residual.isPresent() ? 1 : 0;
    }
    return known == 0 ? 0 : sum / known;
  }

  private double lastWeek(SlotHistory past, long origin, long slot) {
    long before = clock.daysBefore(slot, 7);
    return before < origin ? residual(past, before).orElse(0) : 0;
  }

  private long lastDayBefore(long origin, long slot) {
    int days = (int) ((slot - origin) / clock.slotsPerDay()) + 1;
    long before = clock.daysBefore(slot, days);
    return before < origin ? before : clock.daysBefore(slot, days + 1);
  }

  private OptionalDouble residual(SlotHistory past, long slot) {
    OptionalDouble then = past.at(slot);
    return then.isPresent()
        ? OptionalDouble.of(then.getAsDouble() - typical.at(slot))
        : OptionalDouble.empty();
  }

  private static double differenceTo(double level, OptionalDouble watts) {
    return watts.isPresent() ? watts.getAsDouble() - level : 0;
  }
}
