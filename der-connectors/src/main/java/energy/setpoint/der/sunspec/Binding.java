package energy.setpoint.der.sunspec;

import energy.setpoint.der.sunspec.MeasuredPoints.Lacking;
import energy.setpoint.der.sunspec.MeasuredPoints.Points;
import energy.setpoint.der.template.DeviceKind;
import energy.setpoint.der.template.Measured;
import energy.setpoint.der.template.Polling;
import energy.setpoint.der.template.RegisterControl;
import energy.setpoint.der.template.Transport;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the models of one device serve a template: in the registers in which they were found. */
public sealed interface Binding {

  /**
   * The device can be read, and commanded where its template wants that and its models allow it.
   *
   * @param withoutControl why it cannot be commanded though its template wants that
   */
  record Bound(Transport.Modbus registers, Optional<String> withoutControl) implements Binding {}

  /** The device lacks what its kind must measure; the reason is a sentence without a full stop. */
  record Unfit(String reason) implements Binding {}

  /** Binds a device of a kind to the models that were found in it. */
  static Binding of(Discovery.Found found, DeviceKind kind, Transport.SunSpec template) {
    return switch (MeasuredPoints.of(found, kind, template)) {
      case Lacking lacking -> new Unfit(lacking.reason());
      case Points points -> bound(found, kind, template, points);
    };
  }

  private static Bound bound(
      Discovery.Found found, DeviceKind kind, Transport.SunSpec template, Points points) {
    Optional<RegisterControl> control =
        template
            .control()
            .flatMap(it ->
                switch (kind) {
                  case INVERTER -> ProductionLimit.of(found, it);
                  case BATTERY -> BatterySetpoint.of(found, it);
                  case METER, GRID_SIGNAL -> Optional.empty();
                });
    Transport.Modbus registers =
        new Transport.Modbus(
            template.unit(),
            template.timeout(),
            template.registersPerRead(),
            template.bridgedGap(),
            template.pauseBetweenRequests(),
            points.byQuantity(),
            control,
            polling(points, template),
            List.of());
    return new Bound(registers, withoutControl(kind, template, control));
  }

  /** All of them with every read of the device. */
  private static Map<Measured, Polling> polling(Points points, Transport.SunSpec template) {
    Map<Measured, Polling> polling = new EnumMap<>(Measured.class);
    points
        .byQuantity()
        .keySet()
        .forEach(it -> polling.put(it, new Polling(1, template.staleAfter())));
    return polling;
  }

  private static Optional<String> withoutControl(
      DeviceKind kind, Transport.SunSpec template, Optional<RegisterControl> control) {
    if (template.control().isEmpty() || control.isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (kind) {
          case INVERTER -> ProductionLimit.NEEDED;
          case BATTERY -> BatterySetpoint.NEEDED;
          case METER, GRID_SIGNAL -> "nobody commands a " + kind.key();
        });
  }
}
