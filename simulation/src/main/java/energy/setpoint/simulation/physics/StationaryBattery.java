package energy.setpoint.simulation.physics;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Battery;
import java.time.Duration;
import java.time.Instant;

/**
 * A battery that follows its last command within its limits, and idles when no command has come for
 * a while. Thread-safe: commands come from the network.
 */
public final class StationaryBattery {

  private final Battery rating;
  private final Duration watchdog;
  private double storedWattHours;
  private Power command = Power.ZERO;
  private Instant commandedUntil = Instant.MIN;
  private Instant at;
  private Power power = Power.ZERO;

  /**
   * @param watchdog how long a command holds, in the site's time
   */
  public StationaryBattery(Battery rating, StateOfCharge soc, Duration watchdog, Instant start) {
    this.rating = rating;
    this.watchdog = watchdog;
    this.storedWattHours = soc.of(rating.capacity()).wattHours();
    this.at = start;
  }

  public Battery rating() {
    return rating;
  }

  /** Takes a command that holds from the present moment until the watchdog bites. */
  public synchronized void command(Power setpoint) {
    command = setpoint;
    commandedUntil = at.plus(watchdog);
  }

  public synchronized void advance(Instant to) {
    Duration elapsed = Duration.between(at, to);
    if (elapsed.isNegative() || elapsed.isZero()) {
      return;
    }
    at = to;
    double hours = elapsed.toMillis() / 3_600_000.0;
    power = to.isBefore(commandedUntil) ? possible(hours) : Power.ZERO;
    double watts = power.watts();
    storedWattHours +=
        hours
            * (watts >= 0
                ? watts * rating.chargeEfficiency()
                : watts / rating.dischargeEfficiency());
  }

  /** Negative when discharging. */
  public synchronized Power power() {
    return power;
  }

  public synchronized StateOfCharge soc() {
    return new StateOfCharge(Math.clamp(storedWattHours / rating.capacity().wattHours(), 0, 1));
  }

  /** Signed currents, evenly on three phases. */
  public PhaseCurrents currents(Voltage voltage) {
    Current each = voltage.currentFor(power(), 3);
    return PhaseCurrents.balanced(each);
  }

  private Power possible(double hours) {
    double room = rating.capacity().wattHours() - storedWattHours;
    double mostIn = room / rating.chargeEfficiency() / hours;
    double mostOut = storedWattHours * rating.dischargeEfficiency() / hours;
    Power in = rating.maxCharge().min(new Power(Math.max(0, mostIn)));
    Power out = rating.maxDischarge().min(new Power(Math.max(0, mostOut)));
    return command.min(in).max(out.negated());
  }
}
