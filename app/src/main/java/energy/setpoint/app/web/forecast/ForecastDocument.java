package energy.setpoint.app.web.forecast;

import energy.setpoint.core.forecast.series.ForecastErrors;
import energy.setpoint.core.forecast.series.ForecastModel;
import energy.setpoint.core.forecast.series.ForecastScore;
import energy.setpoint.core.forecast.series.LeadBand;
import energy.setpoint.core.forecast.series.Series;
import energy.setpoint.core.forecast.site.SeriesReport;
import energy.setpoint.core.time.PowerCurve;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The forecast of a series, and how good such forecasts were. */
@Schema(description = "What a series will probably be, and how good such forecasts were.")
record ForecastDocument(
    Series series,
    @Schema(
            description =
                "False while less than two days were measured and plans take the typical day.")
        boolean used,
    @Schema(description = "Quarters of an hour learnt.") long learnt,
    @Schema(description = "Means that cannot be and were not learnt.") long refused,
    @Schema(description = "Forecasts that failed, for which the last good one stood in.")
        long failures,
    @Schema(description = "The last forecast that a plan took; absent before the first.")
        Optional<Curves> forecast,
    @Schema(description = "One for each lead band, over the last two weeks.") List<Score> scores) {

  @Schema(description = "Power in W in each step; production is below zero.")
  record Curves(
      Instant madeAt,
      @Schema(description = "Where each step begins, and at last where the last one ends.")
          List<Instant> boundaries,
      @Schema(description = "One time in ten it is less.") List<Long> lowW,
      @Schema(description = "As often less as more.") List<Long> middleW,
      @Schema(description = "One time in ten it is more.") List<Long> highW) {

    static Curves of(SeriesReport.Latest latest) {
      return new Curves(
          latest.madeAt(),
          latest.forecast().middle().grid().boundaries(),
          watts(latest.forecast().low()),
          watts(latest.forecast().middle()),
          watts(latest.forecast().high()));
    }

    private static List<Long> watts(PowerCurve curve) {
      return Arrays.stream(curve.toWatts()).mapToObj(Math::round).toList();
    }
  }

  @Schema(description = "How good each model was at a lead.")
  record Score(
      @Schema(description = "HOUR: to 1 h, QUARTER_DAY: to 6 h, DAY: to 24 h, BEYOND: later.")
          LeadBand lead,
      @Schema(description = "Whose forecast is used.") ForecastModel inUse,
      @Schema(description = "Quarters of an hour that were compared.") int judged,
      @Schema(description = "In W, by model.") Map<ForecastModel, Errors> models) {

    static Score of(ForecastScore score) {
      Map<ForecastModel, Errors> models = new TreeMap<>();
      score.errors().forEach((model, errors) -> models.put(model, Errors.of(errors)));
      return new Score(score.band(), score.inUse(), score.judged(), models);
    }
  }

  @Schema(description = "Errors in W.")
  record Errors(
      @Schema(description = "Mean absolute error of the middle.") long maeW,
      @Schema(description = "Mean of measured less expected.") long biasW,
      @Schema(description = "Mean pinball loss of the three quantiles.") long pinballW) {

    static Errors of(ForecastErrors errors) {
      return new Errors(
          Math.round(errors.mae()), Math.round(errors.bias()), Math.round(errors.pinball()));
    }
  }

  static ForecastDocument of(SeriesReport report) {
    return new ForecastDocument(
        report.series(),
        report.isUsed(),
        report.learnt(),
        report.refused(),
        report.failures(),
        report.latest().map(Curves::of),
        report.scores().stream().map(Score::of).toList());
  }
}
