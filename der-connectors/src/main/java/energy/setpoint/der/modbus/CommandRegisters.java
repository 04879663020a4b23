package energy.setpoint.der.modbus;

import com.ghgande.j2mod.modbus.ModbusException;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.der.template.ContactLoss;
import energy.setpoint.der.template.DeviceKind;
import energy.setpoint.der.template.Heartbeat;
import energy.setpoint.der.template.ReadBack;
import energy.setpoint.der.template.RegisterControl;
import energy.setpoint.der.template.RegisterTable;
import energy.setpoint.der.template.RegisterWrite;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;

/** What is written to one device to take control of it, to command it and to let it go. */
final class CommandRegisters {

  private final ModbusUnit unit;
  private final DeviceKind kind;
  private final RegisterControl control;
  private boolean inControl;
  private boolean touched;
  private int beats;

  CommandRegisters(ModbusUnit unit, DeviceKind kind, RegisterControl control) {
    this.unit = unit;
    this.kind = kind;
    this.control = control;
  }

  /** Whether the device was prepared, and contact has not been lost since. */
  boolean inControl() {
    return inControl;
  }

  /** A device that was out of reach may have restarted, and is prepared again. */
  void contactLost() {
    inControl = false;
  }

  void command(Power power) throws ModbusException, IOException {
    touched = true;
    if (!inControl) {
      writeAll(control.before());
      inControl = true;
    }
    writeAll(control.writes(power));
  }

  /**
   * What the device says that it was told, in W.
   *
   * @return empty when it has no value
   */
  OptionalDouble readBack(ReadBack how) throws ModbusException, IOException {
    RegisterBlock block = RegisterBlock.ofValue(how.point());
    return how.point().decode(unit.read(block));
  }

  void beat(Heartbeat heartbeat) throws ModbusException, IOException {
    beats = beats + 1 & 0xFFFF;
    unit.write(
        new RegisterWrite(
            RegisterTable.HOLDING, heartbeat.address(), List.of(beats), heartbeat.together()));
  }

  /**
   * Whether there is something to write when the device is let go: its release sequence, or 0 W for
   * a battery that would go on for ever.
   */
  boolean needsRelease() {
    return touched && (!control.release().isEmpty() || goesOnForEver());
  }

  private boolean goesOnForEver() {
    return kind == DeviceKind.BATTERY && control.whenContactIsLost() == ContactLoss.KEEPS_SETPOINT;
  }

  void release() throws ModbusException, IOException {
    if (control.release().isEmpty()) {
      writeAll(control.writes(Power.ZERO));
    } else {
      writeAll(control.release());
    }
    inControl = false;
    touched = false;
  }

  private void writeAll(List<RegisterWrite> writes) throws ModbusException, IOException {
    for (RegisterWrite write : writes) {
      unit.write(write);
    }
  }
}
