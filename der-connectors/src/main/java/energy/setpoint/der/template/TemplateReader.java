package energy.setpoint.der.template;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads one template out of its YAML mapping. */
final class TemplateReader {

  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(1);
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);

  private final String name;
  private final YamlSection root;

  TemplateReader(String name, YamlSection root) {
    this.name = name;
    this.root = root;
  }

  /**
   * The template.
   *
   * @throws TemplateException with all mistakes
   */
  DeviceTemplate read() {
    String description = root.text("description");
    DeviceKind kind = root.choice("kind", List.of(DeviceKind.values()), DeviceKind::key);
    Duration period = root.duration("period", SHORTEST, LONGEST);
    Duration staleAfter = root.duration("staleAfter", SHORTEST, LONGEST);
    if (staleAfter.compareTo(period) <= 0) {
      root.note(
          "staleAfter",
          "'" + YamlSection.shown(staleAfter) + "'",
          "more than the period of " + YamlSection.shown(period));
    }
    String transport = root.choice("transport", List.of("modbus", "mqtt"), it -> it);
    // Kind and transport say which keys come next: with a wrong one every message would mislead.
    if (root.hasProblemIn("kind", "transport")) {
      root.throwIfProblems();
    }
    Transport read = transport.equals("modbus") ? modbus(kind) : new MqttReader(root).read(kind);
    root.refuseOtherKeys();
    root.throwIfProblems();
    return new DeviceTemplate(name, description, kind, period, staleAfter, read);
  }

  private Transport.Modbus modbus(DeviceKind kind) {
    int unit = 1;
    int registersPerRead = 125;
    int bridgedGap = 0;
    Duration timeout = ANSWER_WITHIN;
    if (root.has("modbus")) {
      YamlSection settings = root.section("modbus");
      unit = settings.integer("unit", 0, 255, unit);
      timeout = settings.duration("timeout", Duration.ofMillis(10), LONGEST_ANSWER, timeout);
      registersPerRead = settings.integer("registersPerRead", 2, 125, registersPerRead);
      bridgedGap = settings.integer("bridgedGap", 0, 120, bridgedGap);
      settings.refuseOtherKeys();
    }
    return new Transport.Modbus(unit, timeout, registersPerRead, bridgedGap, registers(kind));
  }

  private Map<Measured, RegisterPoint> registers(DeviceKind kind) {
    Map<Measured, RegisterPoint> points = new EnumMap<>(Measured.class);
    new PointsReader(root.section("points"), kind)
        .forEach((measured, section) -> points.put(measured, register(measured, section)));
    return points;
  }

  private static RegisterPoint register(Measured measured, YamlSection section) {
    RegisterTable table =
        section.choice("table", List.of(RegisterTable.values()), RegisterTable::key);
    int address = section.integer("address", 0, 65_535);
    RegisterType type = section.choice("type", List.of(RegisterType.values()), RegisterType::key);
    if (address + type.registers() > 65_536) {
      section.note(
          "address", "65535", "room for the " + type.registers() + " registers of " + type.key());
    }
    WordOrder order = WordOrder.HIGH_FIRST;
    if (section.has("wordOrder")) {
      order = section.choice("wordOrder", List.of(WordOrder.values()), WordOrder::key);
      if (type.registers() == 1) {
        section.note(
            "wordOrder", "given", "no word order for the single register of " + type.key());
      }
    }
    Conversion conversion = PointsReader.conversion(measured, section);
    RegisterPoint point =
        new RegisterPoint(
            table, address, type, order, conversion, section.bits("notAvailable", type));
    section.refuseOtherKeys();
    return point;
  }
}
