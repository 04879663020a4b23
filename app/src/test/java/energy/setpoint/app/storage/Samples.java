package energy.setpoint.app.storage;

import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.plan.BatteryPlan;
import energy.setpoint.core.plan.CostBreakdown;
import energy.setpoint.core.plan.LoadPlan;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanId;
import energy.setpoint.core.plan.Shortfall;
import energy.setpoint.core.plan.SolarPlan;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.plan.VehiclePlan;
import energy.setpoint.core.plan.money.CostItem;
import energy.setpoint.core.port.Measurement;
import energy.setpoint.core.port.Measurement.Quantity;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.session.ChargingNeed;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.session.IdToken;
import energy.setpoint.core.session.NeedSource;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.SiteId;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Things worth storing, with every field different from its neighbours. */
public final class Samples {

  public static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");
  public static final SiteId DEPOT = new SiteId("depot");

  private Samples() {}

  public static ChargingNeed need() {
    return new ChargingNeed(
        NOON.plusNanos(789),
        Energy.ofWattHours(12_345.678),
        Energy.ofKilowattHours(60.1),
        Energy.ofKilowattHours(48.2),
        Energy.ofKilowattHours(20.3),
        Energy.ofKilowattHours(10.4),
        NOON.plus(Duration.ofHours(8)),
        Power.ofKilowatts(11.5),
        Power.ofKilowatts(7.6),
        3,
        NeedSource.OPERATOR);
  }

  public static ChargingSession session(String id) {
    return new ChargingSession(
        new SessionId(id),
        EvseRef.of("garage-1", 2),
        "tx-" + id,
        Optional.of(new IdToken("04A1B2")),
        NOON,
        Optional.empty(),
        need(),
        Optional.of(Energy.ofWattHours(987_654.5)),
        Energy.ofWattHours(-321.25),
        Optional.of(StateOfCharge.ofPercent(33.5)));
  }

  /** Everything absent that may be. */
  public static ChargingSession bareSession(String id) {
    return new ChargingSession(
        new SessionId(id),
        EvseRef.of("garage-1", 1),
        "",
        Optional.empty(),
        NOON.minusSeconds(60),
        Optional.empty(),
        need(),
        Optional.empty(),
        Energy.ZERO,
        Optional.empty());
  }

  public static Ceiling ceiling(double amps) {
    return new Ceiling(Current.ofAmps(amps), 3, Voltage.ofVolts(230));
  }

  public static CapPower cap(String station, int evse, double amps) {
    return cap(station, evse, amps, NOON);
  }

  public static CapPower cap(String station, int evse, double amps, Instant from) {
    return new CapPower(
        EvseRef.of(station, evse),
        "tx-7",
        ceiling(amps),
        Interval.of(from, Duration.ofMinutes(15)));
  }

  public static Measurement sample(String source, int second, double value) {
    return new Measurement(NOON.plusSeconds(second), source, Quantity.POWER_W, value);
  }

  public static Plan plan(String id) {
    TimeGrid grid = TimeGrid.alignedFrom(NOON, Duration.ofMinutes(15), Duration.ofHours(1));
    EvseRef evse = EvseRef.of("garage-1", 2);
    SessionId session = new SessionId("s-1");
    return new Plan(
        new PlanId(id),
        DEPOT,
        NOON,
        grid,
        List.of(new VehiclePlan(session, evse, curve(grid, 7_400.1))),
        List.of(new BatteryPlan(new DeviceId("cellar"), curve(grid, -2_500.2))),
        List.of(
            new LoadPlan(new DeviceId("heat-pump"), curve(grid, 900.3), Energy.ofWattHours(12.25))),
        List.of(new SolarPlan(new CircuitId("roof"), curve(grid, -700.7))),
        curve(grid, 1_000.0 / 3),
        curve(grid, -1e-7),
        curve(grid, 1.7e10),
        new CostBreakdown(
            List.of(
                new CostItem(CostItem.Kind.IMPORT_ENERGY, "energy from the grid", 3.25),
                new CostItem(CostItem.Kind.PEAK, "month", 0.1 + 0.2)),
            12.5),
        List.of(new Shortfall(session, evse, Energy.ofWattHours(55.5))),
        new SolveReport(
            "GLOP",
            SolveReport.Status.FEASIBLE,
            Optional.of("late"),
            Duration.ofMillis(1_234),
            Duration.ofMillis(56),
            OptionalDouble.of(3.2)),
        Optional.empty());
  }

  private static PowerCurve curve(TimeGrid grid, double watts) {
    return PowerCurve.generate(grid, step -> watts * (step + 1));
  }
}
