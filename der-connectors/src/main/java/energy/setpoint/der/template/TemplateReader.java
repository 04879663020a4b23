package energy.setpoint.der.template;

import java.time.Duration;
import java.util.List;

/** Reads one template out of its YAML mapping. */
final class TemplateReader {

  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofHours(24);

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
    String transport = root.choice("transport", List.of("modbus", "sunspec", "mqtt"), it -> it);
    // Kind and transport say which keys come next: with a wrong one every message would mislead.
    if (root.hasProblemIn("kind", "transport")) {
      root.throwIfProblems();
    }
    Transport read =
        switch (transport) {
          case "modbus" -> new ModbusReader(root).read(kind, new PollingReader(period, staleAfter));
          case "sunspec" -> new SunSpecReader(root).read(kind, staleAfter);
          default -> new MqttReader(root).read(kind);
        };
    root.refuseOtherKeys();
    root.throwIfProblems();
    return new DeviceTemplate(name, description, kind, period, staleAfter, read);
  }
}
