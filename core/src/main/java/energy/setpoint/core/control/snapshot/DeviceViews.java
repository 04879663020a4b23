package energy.setpoint.core.control.snapshot;

import energy.setpoint.core.control.SiteSnapshot.DeviceView;
import energy.setpoint.core.control.book.DeviceBook;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.reading.BatteryReading;
import energy.setpoint.core.reading.DeviceReading;
import energy.setpoint.core.reading.GridSignalReading;
import energy.setpoint.core.reading.InverterReading;
import energy.setpoint.core.reading.MeterReading;
import energy.setpoint.core.reconcile.Desired;
import energy.setpoint.core.site.ControlPoint;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows what meters, inverters and batteries do. */
final class DeviceViews {

  private final Site site;
  private final DeviceBook devices;

  DeviceViews(Site site, DeviceBook devices) {
    this.site = site;
    this.devices = devices;
  }

  List<DeviceView> list(Map<ControlPoint, Desired> desired, Instant now) {
    List<DeviceView> views = new ArrayList<>();
    site.meters().forEach(m -> views.add(view(m.id(), "meter", now, Optional.empty())));
    site.inverters().forEach(i -> views.add(view(i.id(), "inverter", now, Optional.empty())));
    site.batteries()
        .forEach(battery -> {
          Optional<Power> setpoint =
              Optional.ofNullable(desired.get(battery.id()))
                  .map(d -> d.allowance().signed().at(site.voltage(), 3));
          views.add(view(battery.id(), "battery", now, setpoint));
        });
    return views;
  }

  private DeviceView view(DeviceId id, String kind, Instant now, Optional<Power> setpoint) {
    Optional<DeviceReading> fresh = devices.findFresh(id, now);
    Optional<StateOfCharge> soc =
        fresh.filter(BatteryReading.class::isInstance).map(r -> ((BatteryReading) r).soc());
    return new DeviceView(
        id,
        kind,
        fresh.isEmpty(),
        devices.findLast(id).map(DeviceReading::at),
        fresh.flatMap(DeviceViews::powerOf),
        soc,
        setpoint);
  }

  private static Optional<Power> powerOf(DeviceReading reading) {
    return switch (reading) {
      case MeterReading r -> Optional.of(r.power());
      case InverterReading r -> Optional.of(r.power());
      case BatteryReading r -> Optional.of(r.power());
      case GridSignalReading _ -> Optional.empty();
    };
  }
}
