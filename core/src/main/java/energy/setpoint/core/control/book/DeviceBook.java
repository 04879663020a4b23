package energy.setpoint.core.control.book;

import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.reading.BatteryReading;
import energy.setpoint.core.reading.DeviceReading;
import energy.setpoint.core.reading.InverterReading;
import energy.setpoint.core.reading.MeterReading;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.Inverter;
import energy.setpoint.core.site.Meter;
import energy.setpoint.core.site.Site;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The last reading of each meter, inverter and battery. Confined to the engine's loop. */
public final class DeviceBook {

  private final Site site;
  private final Map<DeviceId, DeviceReading> last = new HashMap<>();

  public DeviceBook(Site site) {
    this.site = site;
  }

  /** Returns false when a newer reading is known already. */
  public boolean saw(DeviceReading reading) {
    DeviceReading known = last.get(reading.device());
    if (known != null && known.at().isAfter(reading.at())) {
      return false;
    }
    last.put(reading.device(), reading);
    return true;
  }

  /** Fresh or stale; empty until there was one. */
  public Optional<DeviceReading> findLast(DeviceId device) {
    return Optional.ofNullable(last.get(device));
  }

  /** The last reading while it may be believed. */
  public Optional<DeviceReading> findFresh(DeviceId device, Instant now) {
    return findLast(device).filter(reading -> now.isBefore(reading.validUntil()));
  }

  /** The last reading of a battery while it may be believed. */
  public Optional<BatteryReading> findFreshBattery(DeviceId device, Instant now) {
    return findFresh(device, now)
        .filter(BatteryReading.class::isInstance)
        .map(BatteryReading.class::cast);
  }

  /** The last reading at the grid connection while it may be believed. */
  public Optional<MeterReading> findFreshGridMeter(Instant now) {
    return site.findGridMeter()
        .map(Meter::id)
        .flatMap(id -> findFresh(id, now))
        .filter(MeterReading.class::isInstance)
        .map(MeterReading.class::cast);
  }

  /** The last reading of an inverter while it may be believed. */
  public Optional<InverterReading> findFreshInverter(DeviceId device, Instant now) {
    return findFresh(device, now)
        .filter(InverterReading.class::isInstance)
        .map(InverterReading.class::cast);
  }

  /** Production of all inverters, at most 0 W; empty when none is fresh. */
  public Optional<Power> solar(Instant now) {
    return site.inverters().stream()
        .map(Inverter::id)
        .flatMap(id -> findFreshInverter(id, now).stream())
        .map(InverterReading::power)
        .reduce(Power::plus);
  }

  /** What all inverters together give, at most 0 W; empty when one of them is not heard. */
  public Optional<Power> allSolar(Instant now) {
    boolean heard =
        site.inverters().stream().allMatch(i -> findFreshInverter(i.id(), now).isPresent());
    return heard ? solar(now) : Optional.empty();
  }
}
