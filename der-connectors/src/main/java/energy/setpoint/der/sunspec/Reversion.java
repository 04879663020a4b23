package energy.setpoint.der.sunspec;

import energy.setpoint.der.template.RegisterWrite;
import energy.setpoint.der.template.Transport.SunSpecControl;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The writes around a command: what a device does not have is not written. */
record Reversion(Model model, SunSpecControl control) {

  /** Sets points of the model, those of them that the device has. */
  List<RegisterWrite> set(long value, String... names) {
    return Stream.of(names).filter(model::has).map(it -> model.write(it, value)).toList();
  }

  /**
   * What follows each command: the time after which the device goes back by itself, and then the
   * switch, which starts that time anew.
   */
  List<RegisterWrite> switchOn(String timer, String enable, long value) {
    List<RegisterWrite> writes = new ArrayList<>(set(control.watchdog().toSeconds(), timer));
    writes.add(model.write(enable, value));
    return writes;
  }
}
