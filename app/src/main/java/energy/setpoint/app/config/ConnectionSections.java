package energy.setpoint.app.config;

import energy.setpoint.app.config.document.Kind;
import energy.setpoint.app.config.document.Kinds;
import energy.setpoint.app.config.document.Section;
import energy.setpoint.der.template.DeviceKind;
import energy.setpoint.der.template.DeviceTemplate;
import energy.setpoint.der.template.DeviceTemplates;
import energy.setpoint.der.template.TemplateException;
import energy.setpoint.der.template.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads how a device is reached: {@code host} means Modbus TCP, {@code broker} means MQTT. Its
 * template is a file beside the site file or the name of one in the folder of device templates.
 */
final class ConnectionSections {

  private static final Set<String> SCHEMES = Set.of("tcp", "ssl", "mqtt", "mqtts", "ws", "wss");
  private static final URI NOWHERE = URI.create("tcp://localhost");

  private static final Kind<URI> BROKER =
      Kind.of(
          "the address of an MQTT broker such as tcp://192.168.1.20:1883",
          NOWHERE,
          ConnectionSections::broker);

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
    boolean modbus = section.has("host");
    boolean mqtt = section.has("broker");
    if (modbus == mqtt) {
      section.keys();
      section.problem("must have either host (Modbus TCP) or broker (MQTT).");
      return Optional.empty();
    }
    if (section.isSound()) {
      checkTemplate(section, template, kind, modbus);
    }
    return modbus ? modbus(section, template) : mqtt(section, template);
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
                    modbus ? "broker and topic instead of host" : "host instead of broker"));
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

  private static Optional<DeviceConnection> mqtt(Section section, Path template) {
    URI broker = section.read("broker", BROKER, NOWHERE);
    String topic = section.read("topic", TOPIC);
    String prefix = topic.endsWith("/") ? topic.substring(0, topic.length() - 1) : topic;
    return section.build(() -> new DeviceConnection.Mqtt(template, broker, prefix));
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
            siteFolder.resolve(name), devices.resolve(name), devices.resolve(name + ".yaml"))
        .filter(Files::isRegularFile)
        .map(path -> path.toAbsolutePath().normalize())
        .findFirst();
  }

  private List<String> knownTemplates() {
    if (!Files.isDirectory(devices)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(devices)) {
      Set<String> names = new TreeSet<>();
      files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".yaml"))
          .forEach(name -> names.add(name.substring(0, name.length() - ".yaml".length())));
      return List.copyOf(names);
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  private static URI broker(String text) {
    URI uri = URI.create(text);
    boolean usable =
        uri.getScheme() != null
            && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
            && uri.getHost() != null;
    if (!usable) {
      throw new IllegalArgumentException(text);
    }
    return uri;
  }
}
