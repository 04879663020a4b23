package energy.setpoint.der.template;

import energy.setpoint.der.template.Transport.SunSpecControl;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Reads a SunSpec template, which says no more than what the device does not say itself. */
final class SunSpecReader {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);
  private static final Duration WATCHDOG = Duration.ofSeconds(60);
  private static final Duration SHORTEST_WATCHDOG = Duration.ofSeconds(2);
  // A register of seconds holds 65534 of them.
  private static final Duration LONGEST_WATCHDOG = Duration.ofHours(18);
  private static final int MOST_METERS = 10;

  private final YamlSection root;

  SunSpecReader(YamlSection root) {
    this.root = root;
  }

  Transport.SunSpec read(DeviceKind kind, Duration staleAfter) {
    YamlSection settings = root.optionalSection("sunspec");
    if (kind == DeviceKind.GRID_SIGNAL) {
      root.note(
          "transport", "sunspec", "modbus or mqtt: SunSpec has no signals of a grid operator");
    }
    boolean isMeter = kind == DeviceKind.METER;
    int unit = settings.integer("unit", 0, 255, 1);
    Duration timeout =
        settings.duration("timeout", Duration.ofMillis(10), Duration.ofSeconds(60), ANSWER_WITHIN);
    int registersPerRead = settings.integer("registersPerRead", 2, 125, 125);
    int bridgedGap = settings.integer("bridgedGap", 0, 120, 120);
    Duration pause =
        settings.duration(
            "pauseBetweenRequests", Duration.ZERO, Duration.ofSeconds(10), Duration.ZERO);
    int meter = isMeter ? settings.integer("meter", 1, MOST_METERS, 1) : 1;
    SignConvention sign =
        isMeter && settings.has("sign") ? PointsReader.sign(settings) : SignConvention.LOAD;
    settings.refuseOtherKeys();
    return new Transport.SunSpec(
        unit,
        timeout,
        registersPerRead,
        bridgedGap,
        pause,
        staleAfter,
        Set.copyOf(kind.required()),
        meter,
        sign,
        control(kind));
  }

  private Optional<SunSpecControl> control(DeviceKind kind) {
    if (kind == DeviceKind.METER || !root.has("control")) {
      return Optional.empty();
    }
    YamlSection section = root.section("control");
    Duration watchdog = section.duration("watchdog", SHORTEST_WATCHDOG, LONGEST_WATCHDOG, WATCHDOG);
    Duration interval =
        section.duration("shortestInterval", Duration.ZERO, watchdog.dividedBy(2), Duration.ZERO);
    section.refuseOtherKeys();
    return Optional.of(new SunSpecControl(watchdog, interval));
  }
}
