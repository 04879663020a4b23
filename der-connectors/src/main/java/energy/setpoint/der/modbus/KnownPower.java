package energy.setpoint.der.modbus;

import energy.setpoint.core.quantity.Power;
import energy.setpoint.der.command.Command;
import energy.setpoint.der.command.WriteGate;
import energy.setpoint.der.template.DeviceKind;
import energy.setpoint.der.template.RegisterControl;
import org.jspecify.annotations.Nullable;

/** What is known of the power that a device keeps to, and when it may be told another one. */
final class KnownPower {

  private final boolean isInverter;
  private final Power highest;
  private final WriteGate gate;
  private @Nullable Power inForce;
  private boolean lifted;

  KnownPower(DeviceKind kind, RegisterControl control, SiteWaits waits) {
    this.isInverter = kind == DeviceKind.INVERTER;
    this.highest = control.highest();
    this.gate = new WriteGate(waits.nanos(control.shortestInterval()), System.nanoTime());
  }

  /** Whether an inverter may produce all it can, which is the same as having no limit. */
  boolean lifts(Command command) {
    return isInverter && command.power().equals(highest);
  }

  /** Whether the device keeps to this power, and has to be told again and again. */
  boolean isInForce(Command command) {
    return command.power().equals(inForce);
  }

  /** Whether the command wants no limit, and there is none. */
  boolean isLifted(Command command) {
    return lifts(command) && lifted;
  }

  /** When a command may be written, from a time of {@link System#nanoTime()} on. */
  long earliest(Command command, long nanos) {
    return lifts(command)
        ? gate.earliestRaise(nanos)
        : gate.earliest(command.power().watts(), nanos);
  }

  void writing(Command command, long nowNanos) {
    if (!isInForce(command)) {
      inForce = null;
    }
    lifted = false;
    gate.writing(command.power().watts(), nowNanos);
  }

  void confirmed(Command command) {
    gate.confirmed(command.power().watts());
    lifted = lifts(command);
    inForce = lifted ? null : command.power();
  }

  /**
   * The device must be told again, but does at most what it was told.
   *
   * @return whether anything was in force
   */
  boolean notConfirmed() {
    boolean was = inForce != null;
    inForce = null;
    return was;
  }

  /** The device may be at any power: it was let go, or may have restarted. */
  void unknown() {
    gate.forget();
    lifted = false;
  }
}
