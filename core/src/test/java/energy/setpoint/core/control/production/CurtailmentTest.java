package energy.setpoint.core.control.production;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.control.ControlCounters;
import energy.setpoint.core.control.book.DeviceBook;
import energy.setpoint.core.port.CommandOutcome;
import energy.setpoint.core.port.InverterGateway;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.reading.InverterReading;
import energy.setpoint.core.reading.MeterReading;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.CircuitTree;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.GridConnection;
import energy.setpoint.core.site.Inverter;
import energy.setpoint.core.site.Meter;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.SiteId;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/**
 * A roof of 30 kW that follows limits within three seconds, on a connection that takes 10 kW, and a
 * load that comes and goes. The engine looks every two seconds.
 */
class CurtailmentTest {

  private static final Voltage VOLTAGE = Voltage.ofVolts(230);
  private static final DeviceId ROOF = new DeviceId("roof");
  private static final DeviceId METER = new DeviceId("meter");
  private static final double LIMIT = 10_000;

  private final Site site = site();
  private final DeviceBook devices = new DeviceBook(site);
  private final ControlCounters counters = new ControlCounters();
  private final Roof roof = new Roof();
  private final List<Double> told = new ArrayList<>();
  private final Curtailment curtailment =
      new Curtailment(
          site, devices, roof, counters, Duration.ofMinutes(5), () -> this.now, Runnable::run);

  private Instant now = Instant.parse("2026-06-05T12:00:00Z");
  private double sunWatts;
  private double loadWatts;
  private boolean meterWorks = true;
  private double worstExport;

  @Test
  void leavesARoofAloneThatFeedsInLessThanItMay() {
    sunWatts = 15_000;
    loadWatts = 7_000;

    run(60);

    assertThat(told).isEmpty();
    assertThat(curtailment.isHoldingBack()).isFalse();
  }

  @Test
  void holdsTheExportLimitWithoutWastingMuch() {
    sunWatts = 28_000;
    loadWatts = 3_000;
    run(30);
    worstExport = 0;

    run(600);

    assertThat(worstExport).isLessThanOrEqualTo(LIMIT);
    assertThat(curtailment.isHoldingBack()).isTrue();
    assertThat(roof.produced()).isBetween(12_000.0, 13_000.0);
    assertThat(told).as("a steady limit is renewed only").hasSizeLessThan(20);
  }

  @Test
  void isBelowTheLimitWithinSecondsAfterALoadHasGone() {
    sunWatts = 28_000;
    loadWatts = 25_000;
    run(60);
    loadWatts = 0;

    run(10);
    worstExport = 0;
    run(60);

    assertThat(worstExport).isLessThanOrEqualTo(LIMIT);
  }

  @Test
  void letsARoofProduceAgainForALoadThatComes() {
    sunWatts = 28_000;
    run(60);
    loadWatts = 25_000;

    run(120);

    assertThat(roof.produced()).isEqualTo(28_000);
    assertThat(told.getLast()).as("lifted").isEqualTo(30_000);
  }

  @Test
  void countsOnNoLoadWhileTheMeterIsSilent() {
    sunWatts = 28_000;
    loadWatts = 25_000;
    run(60);
    meterWorks = false;

    run(60);

    assertThat(roof.produced()).isLessThanOrEqualTo(LIMIT);
  }

  @Test
  void triesAgainAndCountsWhenTheRoofDoesNotAnswer() {
    roof.silent = true;
    sunWatts = 28_000;

    run(60);

    assertThat(told).hasSizeBetween(3, 12);
    assertThat(counters.failedProductionLimits()).isEqualTo(told.size());
  }

  private void run(int seconds) {
    for (int second = 0; second < seconds; second++) {
      now = now.plusSeconds(1);
      roof.step();
      Power grid = Power.ofWatts(loadWatts - roof.produced());
      worstExport = Math.max(worstExport, -grid.watts());
      devices.saw(
          new InverterReading(ROOF, now, now.plusSeconds(10), Power.ofWatts(-roof.produced())));
      if (meterWorks) {
        Current each = VOLTAGE.currentFor(grid, 3);
        devices.saw(
            new MeterReading(METER, now, now.plusSeconds(10), grid, PhaseCurrents.balanced(each)));
      }
      if (second % 2 == 0) {
        curtailment.look(Power.ofWatts(LIMIT), now);
      }
    }
  }

  /** Produces what the sun gives, or its limit three seconds after it was told. */
  private final class Roof implements InverterGateway {

    private double limit = 30_000;
    private double next = 30_000;
    private int wait;
    boolean silent;

    void step() {
      wait--;
      limit = wait <= 0 ? next : limit;
    }

    double produced() {
      return Math.min(sunWatts, limit);
    }

    @Override
    public CompletionStage<CommandOutcome> limit(DeviceId inverter, Power most, Interval validity) {
      told.add(most.watts());
      if (silent) {
        return CompletableFuture.completedStage(new CommandOutcome.Failed("no answer"));
      }
      next = most.watts();
      wait = 3;
      return CompletableFuture.completedStage(new CommandOutcome.Applied());
    }

    @Override
    public boolean canLimit(DeviceId inverter) {
      return true;
    }
  }

  private static Site site() {
    CircuitId main = new CircuitId("main");
    PhaseCurrents fuse = PhaseCurrents.balanced(Current.ofAmps(63));
    return new Site(
        new SiteId("barn"),
        "Barn",
        ZoneOffset.UTC,
        VOLTAGE,
        new GridConnection(Power.ofKilowatts(40), Power.ofWatts(LIMIT)),
        new CircuitTree(List.of(new Circuit(main, Optional.empty(), fuse, PhaseCurrents.ZERO))),
        List.of(),
        List.of(),
        List.of(new Inverter(ROOF, main, Power.ofKilowatts(30))),
        List.of(new Meter(METER, main)));
  }
}
