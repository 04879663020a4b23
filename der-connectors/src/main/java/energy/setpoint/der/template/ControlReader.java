package energy.setpoint.der.template;

import energy.setpoint.core.quantity.Power;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads how a device is commanded over Modbus. */
final class ControlReader {

  private static final double LARGEST_WATTS = 1e9;
  private static final Duration SHORTEST_WATCHDOG = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofHours(24);

  private final DeviceKind kind;
  private final RegisterReader registers;
  private final WriteReader writes;

  ControlReader(DeviceKind kind, RegisterReader registers) {
    this.kind = kind;
    this.registers = registers;
    this.writes = new WriteReader(registers);
  }

  RegisterControl read(YamlSection section) {
    List<RegisterWrite> before = writes.list(section, "before");
    YamlSection command = section.section("setpoint");
    boolean together = WriteReader.together(command);
    RegisterPoint setpoint = power(command, true);
    command.refuseOtherKeys();
    double lowest = lowest(section);
    double highest = highest(section, lowest);
    requireRoom(command, setpoint, lowest, highest);
    ContactLoss loss =
        section.choice("whenContactIsLost", List.of(ContactLoss.values()), ContactLoss::key);
    Duration interval = section.duration("shortestInterval", Duration.ZERO, LONGEST, Duration.ZERO);
    Duration refresh = refresh(section, loss, interval);
    RegisterControl control =
        new RegisterControl(
            before,
            setpoint,
            Optional.empty(),
            together,
            Power.ofWatts(lowest),
            Power.ofWatts(highest),
            refresh,
            loss,
            interval,
            readBack(section, setpoint),
            section.has("heartbeat")
                ? Optional.of(writes.heartbeat(section.section("heartbeat")))
                : Optional.empty(),
            writes.list(section, "after"),
            writes.list(section, "release"));
    section.refuseOtherKeys();
    return control;
  }

  /** A limit of production has no direction; a setpoint of a battery has. */
  private RegisterPoint power(YamlSection section, boolean written) {
    double scale = section.has("scale") ? PointsReader.scale(section) : 1;
    PointUnit unit =
        section.choice("unit", List.of(PointUnit.WATT, PointUnit.KILOWATT), PointUnit::symbol);
    SignConvention sign =
        kind == DeviceKind.BATTERY ? PointsReader.sign(section) : SignConvention.LOAD;
    RegisterPoint point = registers.point(section, new Conversion(scale, unit, sign));
    if (written && point.table() != RegisterTable.HOLDING) {
      section.note("table", "'" + point.table().key() + "'", "holding, which can be written");
    }
    if (point.scaleRegister().isPresent() || point.encoding().mask().isPresent()) {
      section.note("setpoint", "with a mask or a scale register", "whole registers and a scale");
    }
    return point;
  }

  private double lowest(YamlSection section) {
    return kind == DeviceKind.BATTERY
        ? section.number("lowestW", "a power of at most 0 W", -LARGEST_WATTS, 0, 0)
        : section.number("lowestW", "a power of at least 0 W", 0, LARGEST_WATTS, 0);
  }

  private static double highest(YamlSection section, double lowest) {
    double highest =
        section.number("highestW", "a power of at least 0 W", 0, LARGEST_WATTS, LARGEST_WATTS);
    if (highest <= lowest) {
      section.note("highestW", Double.toString(highest), "more than lowestW");
    }
    return highest;
  }

  private static void requireRoom(
      YamlSection command, RegisterPoint setpoint, double lowest, double highest) {
    for (double watts : new double[] {lowest, 0, highest}) {
      boolean isSent = watts >= lowest && watts <= highest;
      if (isSent && setpoint.encode(watts).isEmpty()) {
        String type = setpoint.encoding().type().key();
        command.note("type", "'" + type + "'", "a type that can hold " + watts + " W");
      }
    }
  }

  /** Half of the device's watchdog where it has one, so that one lost write does no harm. */
  private static Duration refresh(YamlSection section, ContactLoss loss, Duration interval) {
    Duration shortest =
        interval.compareTo(Duration.ofSeconds(1)) > 0 ? interval : Duration.ofSeconds(1);
    if (loss == ContactLoss.KEEPS_SETPOINT) {
      return section.duration("refresh", shortest, LONGEST);
    }
    Duration half = section.duration("watchdog", SHORTEST_WATCHDOG, LONGEST).dividedBy(2);
    if (half.compareTo(shortest) < 0) {
      section.note("shortestInterval", YamlSection.shown(interval), "at most half of the watchdog");
      return half;
    }
    return section.duration("refresh", shortest, half, half);
  }

  private Optional<ReadBack> readBack(YamlSection control, RegisterPoint setpoint) {
    if (!control.has("readBack")) {
      return Optional.empty();
    }
    YamlSection section = control.section("readBack");
    RegisterPoint point = section.has("address") ? power(section, false) : setpoint;
    double tolerance = section.number("toleranceW", "a power of at least 0 W", 0, LARGEST_WATTS, 0);
    Duration after = section.duration("after", Duration.ZERO, Duration.ofMinutes(1), Duration.ZERO);
    int retries = section.integer("retries", 0, 10, 2);
    section.refuseOtherKeys();
    return Optional.of(new ReadBack(point, tolerance, after, retries));
  }
}
