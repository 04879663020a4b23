package energy.setpoint.der.device;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.reading.BatteryReading;
import energy.setpoint.core.reading.DeviceReading;
import energy.setpoint.core.reading.GridSignalReading;
import energy.setpoint.core.reading.InverterReading;
import energy.setpoint.core.reading.MeterReading;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.der.template.DeviceKind;
import energy.setpoint.der.template.Measured;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes a reading out of the quantities that a device gave. */
final class Readings {

  private static final List<Measured> CONTACTS =
      List.of(Measured.CONTACT_1, Measured.CONTACT_2, Measured.CONTACT_3, Measured.CONTACT_4);

  private Readings() {}

  /**
   * A reading.
   *
   * @param quantities in watts, amperes and as a fraction, load convention; none missing
   * @throws IllegalArgumentException when a quantity is impossible
   */
  static DeviceReading of(
      DeviceKind kind,
      DeviceId device,
      Instant at,
      Instant validUntil,
      Map<Measured, Double> quantities) {
    return switch (kind) {
      case INVERTER -> new InverterReading(device, at, validUntil, power(quantities));
      case BATTERY ->
          new BatteryReading(
              device,
              at,
              validUntil,
              power(quantities),
              new StateOfCharge(get(quantities, Measured.SOC)));
      case METER ->
          new MeterReading(device, at, validUntil, power(quantities), currents(quantities));
      case GRID_SIGNAL -> new GridSignalReading(device, at, validUntil, told(quantities));
    };
  }

  private static Power power(Map<Measured, Double> quantities) {
    return Power.ofWatts(get(quantities, Measured.POWER));
  }

  /** A limit, a step, or the contacts as a number: 1, 2, 4 and 8 for those that are closed. */
  private static double told(Map<Measured, Double> quantities) {
    if (quantities.containsKey(Measured.LIMIT)) {
      return get(quantities, Measured.LIMIT);
    }
    if (quantities.containsKey(Measured.STEP)) {
      return get(quantities, Measured.STEP);
    }
    double closed = 0;
    for (int i = 0; i < CONTACTS.size(); i++) {
      Double contact = quantities.getOrDefault(CONTACTS.get(i), 0.0);
      if (contact != 0 && contact != 1) {
        throw new IllegalArgumentException(
            CONTACTS.get(i).key() + " is " + contact + ", expected 0 or 1");
      }
      closed += contact * (1 << i);
    }
    return closed;
  }

  private static PhaseCurrents currents(Map<Measured, Double> quantities) {
    return new PhaseCurrents(
        current(quantities, Measured.CURRENT_L1, Measured.POWER_L1),
        current(quantities, Measured.CURRENT_L2, Measured.POWER_L2),
        current(quantities, Measured.CURRENT_L3, Measured.POWER_L3));
  }

  /** Most meters give the current as a magnitude; the phase's power knows the direction. */
  private static Current current(
      Map<Measured, Double> quantities, Measured current, Measured power) {
    double amps = get(quantities, current);
    Double watts = quantities.get(power);
    return Current.ofAmps(watts == null ? amps : Math.abs(amps) * (watts < 0 ? -1 : 1));
  }

  private static double get(Map<Measured, Double> quantities, Measured measured) {
    return Objects.requireNonNull(quantities.get(measured), measured::key);
  }
}
