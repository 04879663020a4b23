package energy.setpoint.core.control.production;

import energy.setpoint.core.control.book.DeviceBook;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.reading.InverterReading;
import energy.setpoint.core.site.Inverter;
import energy.setpoint.core.site.Site;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reckons how much the inverters may produce together, so that the site does not feed in more than
 * a limit.
 */
final class Allowed {

  private final Site site;
  private final DeviceBook devices;

  Allowed(Site site, DeviceBook devices) {
    this.site = site;
    this.devices = devices;
  }

  /**
   * What is produced now, and what may still be fed in, or is fed in too much. Without a fresh grid
   * meter nobody knows what the site takes itself; then it counts as nothing, and the limit itself
   * is what may be produced.
   *
   * @param exportLimit a magnitude of at least 0 W
   * @return of those that can be limited, at least 0 W
   */
  Power production(List<Inverter> limitable, Power exportLimit, Instant now) {
    List<Inverter> others =
        site.inverters().stream().filter(it -> !limitable.contains(it)).toList();
    return devices
        .findFreshGridMeter(now)
        .map(meter -> meter.power().plus(exportLimit))
        .filter(_ -> limitable.stream().allMatch(it -> isFresh(it, now)))
        .map(room -> produced(limitable, now).plus(room))
        .orElseGet(() -> exportLimit.minus(produced(others, now)))
        .max(Power.ZERO);
  }

  /** A magnitude; a silent one counts with its rating. */
  Power produced(List<Inverter> inverters, Instant now) {
    return inverters.stream().map(it -> produced(it, now)).reduce(Power.ZERO, Power::plus);
  }

  private boolean isFresh(Inverter inverter, Instant now) {
    return devices.findFreshInverter(inverter.id(), now).isPresent();
  }

  private Power produced(Inverter inverter, Instant now) {
    Optional<Power> power =
        devices.findFreshInverter(inverter.id(), now).map(InverterReading::power);
    return power.map(Power::negated).map(it -> it.max(Power.ZERO)).orElse(inverter.rated());
  }
}
