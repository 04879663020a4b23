package energy.setpoint.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.forecast.site.SiteForecasts;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.CircuitTree;
import energy.setpoint.core.site.GridConnection;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.SiteId;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForecastFiguresTest {

  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant END = START.plus(Duration.ofDays(12));

  private final SiteForecasts forecasts = new SiteForecasts(site(), at -> 3_000, at -> 0);
  private final List<Figure> figures =
      ForecastFigures.of(forecasts, () -> true, InstantSource.fixed(END.plusSeconds(60))).toList();

  @Test
  void tellsTheErrorsOfEachModelAndWhichIsInUse() {
    for (Instant now = START; now.isBefore(END); now = now.plus(Duration.ofMinutes(5))) {
      boolean noon = now.atZone(ZoneOffset.UTC).getHour() == 12;
      Power load = Power.ofWatts(noon ? 9_000 : 3_000);
      forecasts.saw(now, Optional.of(load), Optional.of(Power.ZERO));
    }
    var unused = forecasts.load(TimeGrid.uniform(END, Duration.ofMinutes(15), 96));

    var hourByPersistence = Map.of("series", "load", "lead", "hour", "model", "persistence");
    assertThat(value("mae_watts", hourByPersistence)).isPositive();
    assertThat(value("pinball_watts", hourByPersistence)).isPositive();
    assertThat(value("model_in_use", hourByPersistence)).isZero();
    var load = Map.of("series", "load");
    assertThat(value("used", load)).isOne();
    assertThat(value("age_seconds", load)).isEqualTo(60);
    assertThat(value("slots_learnt", load)).isEqualTo(12 * 96 - 1);
    assertThat(value("slots_refused", load)).isZero();
    assertThat(value("failures", load)).isZero();
    assertThat(value("past_unread", Map.of())).isOne();
  }

  @Test
  void namesOneModelInUseForEachSeriesAndLead() {
    assertThat(
            figures.stream()
                .filter(figure -> figure.name().equals("setpoint_forecast_model_in_use"))
                .mapToDouble(figure -> figure.value().getAsDouble())
                .sum())
        .isEqualTo(2 * 4);
  }

  private double value(String name, Map<String, String> labels) {
    return figures.stream()
        .filter(figure -> figure.name().equals("setpoint_forecast_" + name))
        .filter(figure -> figure.labels().equals(labels))
        .findFirst()
        .orElseThrow()
        .value()
        .getAsDouble();
  }

  private static Site site() {
    CircuitId main = new CircuitId("main");
    PhaseCurrents fuse = PhaseCurrents.ofAmps(100, 100, 100);
    return new Site(
        new SiteId("depot"),
        "Depot",
        ZoneOffset.UTC,
        Voltage.ofVolts(230),
        new GridConnection(Power.ofKilowatts(60), Power.ofKilowatts(30)),
        new CircuitTree(List.of(new Circuit(main, Optional.empty(), fuse, PhaseCurrents.ZERO))),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
