package energy.setpoint.core.plan.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.plan.ProblemDraft;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.CircuitTree;
import energy.setpoint.core.site.SiteId;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PriceOverlayTest {

  private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

  private static final TimeGrid HOURS = TimeGrid.uniform(NOON, Duration.ofHours(1), 3);

  private static PriceOverlay from(int minute, int untilMinute, double onImport, double onExport) {
    return new PriceOverlay(
        "event",
        new Interval(NOON.plusSeconds(60L * minute), NOON.plusSeconds(60L * untilMinute)),
        new EnergyPrice(onImport),
        new EnergyPrice(onExport));
  }

  private static ProblemDraft draft() {
    var fuse = PhaseCurrents.balanced(Current.ofAmps(63));
    var main = new Circuit(new CircuitId("main"), Optional.empty(), fuse, PhaseCurrents.ZERO);
    return new ProblemDraft(
            new SiteId("site"), HOURS, Voltage.ofVolts(230), new CircuitTree(List.of(main)))
        .prices(flat(0.30), flat(0.10));
  }

  private static List<EnergyPrice> flat(double price) {
    return Collections.nCopies(3, new EnergyPrice(price));
  }

  @Test
  void changesBothPricesWhileItLasts() {
    var problem = draft().overlays(List.of(from(60, 120, 0.20, 0.05))).build();

    assertThat(problem.importPrice(0).perKilowattHour()).isEqualTo(0.30);
    assertThat(problem.importPrice(1).perKilowattHour()).isEqualTo(0.50, within(1e-12));
    assertThat(problem.exportPrice(1).perKilowattHour()).isEqualTo(0.15, within(1e-12));
    assertThat(problem.importPrice(2).perKilowattHour()).isEqualTo(0.30);
  }

  @Test
  void aStepHasThePartOfItThatItCovers() {
    var problem = draft().overlays(List.of(from(45, 90, 0.20, 0))).build();

    assertThat(problem.importPrice(0).perKilowattHour()).isEqualTo(0.35, within(1e-12));
    assertThat(problem.importPrice(1).perKilowattHour()).isEqualTo(0.40, within(1e-12));
  }

  @Test
  void severalAddUp() {
    var both = List.of(from(0, 60, 0.20, 0), from(0, 180, -0.10, 0));

    var problem = draft().overlays(both).build();

    assertThat(problem.importPrice(0).perKilowattHour()).isEqualTo(0.40, within(1e-12));
    assertThat(problem.importPrice(2).perKilowattHour()).isEqualTo(0.20, within(1e-12));
  }

  @Test
  void isTaxedLikeThePriceItChanges() {
    var rates = new EnergyRates(flat(0.30), new EnergyPrice(0.10), 0.20);
    var money = new Money(rates, EnergyRates.allIn(flat(0)), List.of(), Optional.empty());

    var problem = draft().overlays(List.of(from(0, 60, 0.10, 0))).money(money).build();

    assertThat(problem.importPrice(0).perKilowattHour()).isEqualTo(0.60, within(1e-12));
  }

  @Test
  void isLaidOverOnlyOnce() {
    var problem = draft().overlays(List.of(from(0, 60, 0.20, 0))).build();

    var again = problem.toDraft().build();

    assertThat(again.importPrice(0).perKilowattHour()).isEqualTo(0.50, within(1e-12));
  }
}
