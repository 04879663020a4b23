package energy.setpoint.der.template;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads the registers of a template. */
final class ModbusReader {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(1);
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final YamlSection root;

  ModbusReader(YamlSection root) {
    this.root = root;
  }

  Transport.Modbus read(DeviceKind kind, PollingReader polling) {
    int unit = 1;
    int registersPerRead = 125;
    int bridgedGap = 0;
    int addressBase = 0;
    Duration timeout = ANSWER_WITHIN;
    Duration pause = Duration.ZERO;
    if (root.has("modbus")) {
      YamlSection settings = root.section("modbus");
      unit = settings.integer("unit", 0, 255, unit);
      timeout = settings.duration("timeout", Duration.ofMillis(10), LONGEST_ANSWER, timeout);
      registersPerRead = settings.integer("registersPerRead", 2, 125, registersPerRead);
      bridgedGap = settings.integer("bridgedGap", 0, 120, bridgedGap);
      pause = settings.duration("pauseBetweenRequests", Duration.ZERO, LONGEST_PAUSE, pause);
      addressBase = settings.integer("addressBase", 0, 1, addressBase);
      settings.refuseOtherKeys();
    }
    RegisterReader registers = new RegisterReader(addressBase);
    Map<Measured, Polling> often = new EnumMap<>(Measured.class);
    Map<Measured, RegisterPoint> points = points(kind, registers, polling, often);
    List<DeviceDetail> details =
        root.has("details")
            ? new DetailReader(registers, polling).read(root.section("details"))
            : List.of();
    int widest = widest(points, details);
    if (widest > registersPerRead) {
      root.note("modbus.registersPerRead", "" + registersPerRead, "at least " + widest);
    }
    return new Transport.Modbus(
        unit,
        timeout,
        registersPerRead,
        bridgedGap,
        pause,
        points,
        control(kind, registers),
        often,
        details);
  }

  private static int widest(Map<Measured, RegisterPoint> points, List<DeviceDetail> details) {
    return IntStream.concat(
            points.values().stream().mapToInt(RegisterPoint::registers),
            details.stream().mapToInt(it -> it.form().registers()))
        .max()
        .orElse(1);
  }

  private Map<Measured, RegisterPoint> points(
      DeviceKind kind,
      RegisterReader registers,
      PollingReader polling,
      Map<Measured, Polling> often) {
    Map<Measured, RegisterPoint> points = new EnumMap<>(Measured.class);
    new PointsReader(root.section("points"), kind)
        .forEach((measured, section) -> {
          Conversion conversion = PointsReader.conversion(measured, section);
          points.put(measured, registers.point(section, conversion));
          often.put(measured, polling(measured, section, polling));
          section.refuseOtherKeys();
        });
    return points;
  }

  private static Polling polling(Measured measured, YamlSection section, PollingReader polling) {
    Polling read = polling.read(section, 1);
    if (read.every() > 1 && measured != Measured.SOC) {
      section.note("every", "" + read.every(), "1, since a fuse needs this value with every read");
    }
    return read;
  }

  private Optional<RegisterControl> control(DeviceKind kind, RegisterReader registers) {
    boolean obeys = kind == DeviceKind.BATTERY || kind == DeviceKind.INVERTER;
    return obeys && root.has("control")
        ? Optional.of(new ControlReader(kind, registers).read(root.section("control")))
        : Optional.empty();
  }
}
