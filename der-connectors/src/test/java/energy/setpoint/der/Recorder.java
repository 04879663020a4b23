package energy.setpoint.der;

import energy.setpoint.core.reading.DeviceReading;
import energy.setpoint.core.site.DeviceId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Keeps all readings and waits for the ones that a test expects. */
final class Recorder implements Consumer<DeviceReading> {

  private final List<DeviceReading> readings = new CopyOnWriteArrayList<>();

  @Override
  public void accept(DeviceReading reading) {
    readings.add(reading);
  }

  List<DeviceReading> of(DeviceId device) {
    return readings.stream().filter(it -> it.device().equals(device)).toList();
  }

  /** Waits for the next reading, after those that are already here. */
  DeviceReading next(DeviceId device) {
    int already = of(device).size();
    Eventually.await("a reading of " + device, () -> of(device).size() > already);
    return of(device).get(already);
  }

  <T extends DeviceReading> T await(DeviceId device, Class<T> type, Predicate<T> wanted) {
    Eventually.await(
        "the expected reading of " + device,
        () -> of(device).stream().map(type::cast).anyMatch(wanted));
    return of(device).stream().map(type::cast).filter(wanted).findFirst().orElseThrow();
  }
}
