package energy.setpoint.simulation.grid;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.simulation.physics.Offer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An inverter that feeds back: bends what its charging profiles say to what its grid code demands.
 * It never draws more than the profiles allow, and a gradient never delays a lower limit. Not
 * thread-safe.
 */
public final class Inverter {

  private static final double NOTICEABLE = 0.001;

  private final double rated;
  private final RideThrough rideThrough = new RideThrough();
  private final Service service;
  private final Ramp ramp = new Ramp();
  private GridCode code = GridCode.NONE;
  private GridState grid = GridState.NOMINAL;
  private Optional<Deviation> deviation = Optional.empty();

  /**
   * @param rated per phase, above 0
   * @param luck which part of random delays it waits, 0 to 1
   */
  public Inverter(Current rated, double luck) {
    this.rated = rated.amps();
    this.service = new Service(luck);
  }

  /** Obeys other functions, or measures something else, from now on. */
  public void govern(GridCode functions, GridState measured) {
    code = functions;
    grid = measured;
  }

  /** What it deviates for now. */
  public Optional<Deviation> deviation() {
    return deviation;
  }

  /** Nothing is connected. */
  public void rest() {
    service.begin();
    ramp.begin();
    deviation = Optional.empty();
  }

  /**
   * Lives through some time.
   *
   * @param wanted by the profiles
   * @param flowing per phase until now, negative when feeding back
   */
  public Offer shape(Offer wanted, Current flowing, Duration elapsed) {
    double seconds = elapsed.toNanos() / 1e9;
    double output = Math.max(0, -flowing.amps()) / rated * 100;
    List<TripCurve> exceeded = rideThrough.exceeded(code.trips(), grid, output, seconds);
    exceeded.stream()
        .filter(curve -> !curve.isMomentary())
        .findFirst()
        .ifPresent(curve -> service.trip(Deviation.of(curve.function(), grid)));
    if (!service.advance(code.enterService(), grid, seconds)) {
      return stop(service.why(grid));
    }
    if (!exceeded.isEmpty()) {
      return stop(Optional.of(Deviation.of(exceeded.getFirst().function(), grid)));
    }
    return flow(wanted, seconds);
  }

  private Offer stop(Optional<Deviation> why) {
    deviation = why;
    ramp.begin();
    return Offer.NONE;
  }

  private Offer flow(Offer wanted, double seconds) {
    double limit = wanted.limit().amps();
    double plain = wanted.setpoint().map(s -> Math.min(s.amps(), limit)).orElse(limit);
    Bending bending = new Bending(plain, limit, wanted.setpoint().isPresent(), rated);
    code.droop().ifPresent(d -> bending.shift(Function.FREQ_DROOP, d.change(grid.hertz())));
    bending.atLeast(Function.LIMIT_MAX_DISCHARGE, -rated * code.maxDischarge());
    code.voltWatt()
        .ifPresent(
            c -> bending.atLeast(Function.VOLT_WATT, c.leastFlow(grid.voltage(), rated, plain)));
    code.freqWatt()
        .ifPresent(
            c -> bending.atLeast(Function.FREQ_WATT, c.leastFlow(grid.hertz(), rated, plain)));
    boolean bends = Math.abs(bending.flow() - plain) > NOTICEABLE;
    deviation = bends ? bending.last().map(f -> Deviation.of(f, grid)) : Optional.empty();
    double flow = ramp.follow(bending.flow(), limit, code, rated, seconds);
    if (Math.abs(flow - plain) <= NOTICEABLE) {
      return wanted;
    }
    // While a ramp is still below 0, it is followed even where only a limit was given.
    return wanted.setpoint().isPresent() || flow < 0
        ? Offer.follow(Current.ofAmps(flow), wanted.limit())
        : Offer.upTo(Current.ofAmps(flow));
  }
}
