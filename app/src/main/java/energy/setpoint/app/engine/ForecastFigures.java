package energy.setpoint.app.engine;

import energy.setpoint.app.engine.Figure.Kind;
import energy.setpoint.core.forecast.series.ForecastErrors;
import energy.setpoint.core.forecast.series.ForecastModel;
import energy.setpoint.core.forecast.series.ForecastScore;
import energy.setpoint.core.forecast.series.LeadBand;
import energy.setpoint.core.forecast.site.SeriesReport;
import energy.setpoint.core.forecast.site.SiteForecasts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Names how good the forecasts of a site are, and what became of them. */
final class ForecastFigures {

  private static final String PREFIX = "setpoint_forecast_";

  private final SiteForecasts forecasts;
  private final InstantSource clock;
  private final List<Figure> all = new ArrayList<>();

  private ForecastFigures(SiteForecasts forecasts, InstantSource clock) {
    this.forecasts = forecasts;
    this.clock = clock;
  }

  static Stream<Figure> of(
      SiteForecasts forecasts, BooleanSupplier pastUnread, InstantSource clock) {
    ForecastFigures figures = new ForecastFigures(forecasts, clock);
    for (int i = 0; i < forecasts.reports().size(); i++) {
      figures.ofSeries(i);
    }
    figures.all.add(
        new Figure(
            PREFIX + "past_unread",
            "1 when past measurements could not be read at the start",
            Kind.GAUGE,
            Map.of(),
            () -> pastUnread.getAsBoolean() ? 1 : 0));
    return figures.all.stream();
  }

  private void ofSeries(int series) {
    Map<String, String> labels = Map.of("series", word(report(series).series()));
    count("slots_learnt", "Quarters of an hour learnt", labels, () -> report(series).learnt());
    count("slots_refused", "Means that cannot be", labels, () -> report(series).refused());
    count("failures", "Forecasts that failed", labels, () -> report(series).failures());
    gauge("used", "0 while typical days are used", labels, () -> report(series).isUsed() ? 1 : 0);
    gauge("age_seconds", "Since the last good forecast", labels, () -> age(series));
    for (LeadBand lead : LeadBand.values()) {
      for (ForecastModel model : ForecastModel.values()) {
        ofModel(series, lead, model);
      }
    }
  }

  private void ofModel(int series, LeadBand lead, ForecastModel model) {
    Map<String, String> labels =
        Map.of("series", word(report(series).series()), "lead", word(lead), "model", word(model));
    Supplier<ForecastErrors> errors = () -> score(series, lead).of(model);
    gauge("mae_watts", "Mean absolute error of two weeks", labels, () -> errors.get().mae());
    gauge("bias_watts", "Mean of measured less expected", labels, () -> errors.get().bias());
    gauge("pinball_watts", "Mean pinball loss of two weeks", labels, () -> errors.get().pinball());
    gauge(
        "model_in_use",
        "1 for the model that forecasts this lead",
        labels,
        () -> score(series, lead).inUse() == model ? 1 : 0);
  }

  private double age(int series) {
    return report(series)
        .latest()
        .map(latest -> Duration.between(latest.madeAt(), clock.instant()).toSeconds())
        .map(Long::doubleValue)
        .orElse(Double.NaN);
  }

  private void count(
      String name, String description, Map<String, String> labels, DoubleSupplier value) {
    all.add(new Figure(PREFIX + name, description, Kind.COUNTER, labels, value));
  }

  private void gauge(
      String name, String description, Map<String, String> labels, DoubleSupplier value) {
    all.add(new Figure(PREFIX + name, description, Kind.GAUGE, labels, value));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private SeriesReport report(int series) {
    return forecasts.reports().get(series);
  }

  private ForecastScore score(int series, LeadBand lead) {
    return report(series).scores().get(lead.ordinal());
  }
}
