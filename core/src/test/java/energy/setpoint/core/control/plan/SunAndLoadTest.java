package energy.setpoint.core.control.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.control.DayShape;
import energy.setpoint.core.forecast.site.SiteForecasts;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.CircuitTree;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.GridConnection;
import energy.setpoint.core.site.Inverter;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.SiteId;
import energy.setpoint.core.tariff.FlatPrice;
import energy.setpoint.core.tariff.Tariff;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SunAndLoadTest {

  private static final Instant MONDAY = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant FRIDAY = MONDAY.plus(Duration.ofDays(4));
  private static final TimeGrid GRID = TimeGrid.uniform(FRIDAY, Duration.ofHours(1), 24);

  private final Site site = site();
  private final SiteForecasts forecasts = new SiteForecasts(site, at -> 1_000, at -> 0);
  private final SunAndLoad sunAndLoad = new SunAndLoad(site);

  @Test
  void plansByTypicalDaysWhileTooLittleWasMeasured() {
    var load = sunAndLoad.loads(GRID, outlook()).getFirst();
    var solar = sunAndLoad.solar(GRID, outlook());

    assertThat(load.total().watts(12)).isCloseTo(1_000, within(0.1));
    assertThat(load.quantiles().areKnown()).isFalse();
    assertThat(solar).hasSize(2).noneMatch(forecast -> forecast.quantiles().areKnown());
  }

  @Test
  void plansByForecastsWithTheirSpreadOnceEnoughWasMeasured() {
    for (Instant now = MONDAY; now.isBefore(FRIDAY); now = now.plus(Duration.ofMinutes(5))) {
      double minute = now.getEpochSecond() / 60 % 60;
      double swing = minute < 30 ? -1 : 1;
      forecasts.saw(
          now,
          Optional.of(Power.ofWatts(6_000 + swing * 1_000)),
          Optional.of(Power.ofWatts(-3_000 + swing * 500)));
    }

    var load = sunAndLoad.loads(GRID, outlook()).getFirst();
    var solar = sunAndLoad.solar(GRID, outlook());

    assertThat(load.total().watts(12)).isBetween(4_500.0, 7_500.0);
    assertThat(load.quantiles().at(0.9).watts(12))
        .isGreaterThan(load.quantiles().at(0.1).watts(12));
    assertThat(solar.getFirst().production().watts(12))
        .as("two thirds of the rating")
        .isCloseTo(2 * solar.getLast().production().watts(12), within(0.1));
    assertThat(solar.getFirst().quantiles().at(0.9).watts(12))
        .as("more sun is further below zero")
        .isLessThan(solar.getFirst().quantiles().at(0.1).watts(12));
  }

  private Outlook outlook() {
    return new Outlook(
        new Tariff(
            Currency.getInstance("EUR"),
            new FlatPrice(EnergyPrice.ofKilowattHour(0.3)),
            new FlatPrice(EnergyPrice.FREE),
            Optional.empty()),
        forecasts,
        new DayShape(ZoneOffset.UTC, Collections.nCopies(24, Power.ofWatts(1_000))),
        DayShape.nothing(ZoneOffset.UTC),
        Optional.empty(),
        Optional.empty(),
        Power.ofKilowatts(50),
        Power.ofKilowatts(50),
        Power.ZERO,
        Duration.ofMinutes(15),
        Energy.ZERO,
        Optional.empty());
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
        List.of(
            new Inverter(new DeviceId("roof"), main, Power.ofKilowatts(10)),
            new Inverter(new DeviceId("shed"), main, Power.ofKilowatts(5))),
        List.of());
  }
}
