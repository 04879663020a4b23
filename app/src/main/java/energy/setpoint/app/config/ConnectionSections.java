package energy.setpoint.app.config;

import energy.setpoint.app.config.document.Kind;
import energy.setpoint.app.config.document.Kinds;
import energy.setpoint.app.config.document.Section;
import energy.setpoint.der.device.BrokerAddress;
import energy.setpoint.der.device.DeviceAddress;
import energy.setpoint.der.device.DeviceAddress.ModbusTcp;
import energy.setpoint.der.device.ModbusAddress;
import energy.setpoint.der.template.DeviceKind;
import energy.setpoint.der.template.DeviceTemplate;
import energy.setpoint.der.template.DeviceTemplates;
import energy.setpoint.der.template.TemplateException;
import energy.setpoint.der.template.Transport;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads how a device is reached: {@code host} means Modbus TCP, {@code address} any Modbus line,
 * {@code broker} means MQTT. Its template is a file beside the site file, or the name of one in
 * {@code devices} beside the site file or in the folder of device templates.
 */
final class ConnectionSections {

  private static final String ENDING = ".yaml";

  private static final ModbusAddress NO_LINE =
      new ModbusTcp("localhost", DeviceAddress.MODBUS_PORT, OptionalInt.empty());

  private static final Kind<ModbusAddress> LINE =
      Kind.of(
          "modbus://host:port/unit, modbus+rtu://host:port/unit or"
              + " serial:///dev/ttyUSB0?baud=9600&parity=none&unit=1",
          NO_LINE,
          text -> (ModbusAddress) DeviceAddress.parse(text));

  private static final Kind<String> TOPIC =
      new Kind<>(
          "the prefix of the device's topics, without the wildcards + and #",
          "?",
          raw -> Optional.of(raw.text()).filter(topic -> topic.matches("[^+#\\s]+")),
          raw -> Optional.empty());

  private final Path siteFolder;
  private final Path devices;

  ConnectionSections(Path siteFolder, Path devices) {
    this.siteFolder = siteFolder;
    this.devices = devices;
  }

  /**
   * @param kind that the template must describe
   */
  Optional<DeviceConnection> read(Section section, DeviceKind kind) {
    Path template = template(section);
    List<String> ways = Stream.of("host", "address", "broker").filter(section::has).toList();
    if (ways.size() != 1) {
      section.keys();
      section.problem(
          "must have one of host (Modbus TCP), address (a Modbus line) and broker (MQTT).");
      return Optional.empty();
    }
    if (section.isSound()) {
      checkTemplate(section, template, kind, !ways.contains("broker"));
    }
    return switch (ways.getFirst()) {
      case "host" -> modbus(section, template);
      case "address" -> modbusLine(section, template);
      default -> mqtt(section, template);
    };
  }

  private static void checkTemplate(Section section, Path file, DeviceKind kind, boolean modbus) {
    try {
      DeviceTemplate template = DeviceTemplates.read(file);
      if (template.kind() != kind) {
        section.problem(
            "template",
            "is \"%s\", which describes a device of the kind %s, expected one of the kind %s."
                .formatted(template.name(), template.kind().key(), kind.key()));
      } else if (modbus == (template.transport() instanceof Transport.Mqtt)) {
        section.problem(
            "template",
            "is \"%s\", which speaks %s, so expected %s."
                .formatted(
                    template.name(),
                    template.transport().key(),
                    modbus ? "broker and topic instead" : "host or address instead of broker"));
      }
    } catch (TemplateException broken) {
      broken.problems().forEach(it -> section.problem("template", "cannot be used: " + it));
    } catch (UncheckedIOException unreadable) {
      section.problem("template", "cannot be read: " + unreadable.getMessage() + ".");
    }
  }

  private static Optional<DeviceConnection> modbus(Section section, Path template) {
    String host = section.read("host", Kinds.TEXT.described("a host name or address"));
    int port = section.read("port", Kinds.wholeNumber(1, 65_535), 502);
    OptionalInt unit =
        section.has("unit")
            ? OptionalInt.of(section.read("unit", Kinds.wholeNumber(0, 255)))
            : OptionalInt.empty();
    return section.build(() -> new DeviceConnection.Modbus(template, host, port, unit));
  }

  private static Optional<DeviceConnection> modbusLine(Section section, Path template) {
    ModbusAddress address = section.read("address", LINE, NO_LINE);
    return section.build(() -> new DeviceConnection.ModbusLine(template, address));
  }

  private Optional<DeviceConnection> mqtt(Section section, Path template) {
    Optional<BrokerAddress> broker = new BrokerSection(section, siteFolder).read();
    String topic = section.read("topic", TOPIC);
    String prefix = topic.endsWith("/") ? topic.substring(0, topic.length() - 1) : topic;
    return section
        .build(() -> broker.map(it -> new DeviceConnection.Mqtt(template, it, prefix)))
        .flatMap(it -> it);
  }

  private Path template(Section section) {
    List<String> known = knownTemplates();
    Kind<Path> kind =
        new Kind<>(
            "a device template: a YAML file beside the site file or one of "
                + (known.isEmpty() ? "none in " + devices : String.join(", ", known)),
            devices,
            raw -> find(raw.text()),
            Kinds.nameOf("", known).hint());
    return section.read("template", kind);
  }

  private Optional<Path> find(String name) {
    return Stream.of(
            siteFolder.resolve(name),
            besideSite().resolve(name + ENDING),
            devices.resolve(name),
            devices.resolve(name + ENDING))
        .filter(Files::isRegularFile)
        .map(path -> path.toAbsolutePath().normalize())
        .findFirst();
  }

  /** Where a site keeps its own templates. */
  private Path besideSite() {
    return siteFolder.resolve("devices");
  }

  private List<String> knownTemplates() {
    Set<String> names = new TreeSet<>(namesIn(besideSite()));
    names.addAll(namesIn(devices));
    return List.copyOf(names);
  }

  private static Set<String> namesIn(Path folder) {
    try {
      return Files.isDirectory(folder) ? DeviceTemplates.names(folder) : Set.of();
    } catch (UncheckedIOException unreadable) {
      return Set.of();
    }
  }
}
