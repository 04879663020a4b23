package energy.setpoint.app.cli.device;

import energy.setpoint.der.template.DeviceTemplate;
import energy.setpoint.der.template.DeviceTemplates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where templates are found that are only named. */
final class TemplateFolder {

  @Option(
      names = "--devices",
      paramLabel = "DIR",
      description = "Folder of device templates; default: config/devices of the installation.")
  private @Nullable Path chosen;

  /**
   * All templates, by name.
   *
   * @throws energy.setpoint.der.template.TemplateException with the mistakes of all files
   */
  Collection<DeviceTemplate> all() {
    return DeviceTemplates.readFolder(folder()).values();
  }

  /**
   * The template of a name or of a file.
   *
   * @throws IllegalArgumentException when there is none, with those that there are
   * @throws energy.setpoint.der.template.TemplateException with the mistakes of the file
   */
  DeviceTemplate get(String nameOrFile) {
    return DeviceTemplates.read(
        Stream.of(
                Path.of(nameOrFile),
                folder().resolve(nameOrFile),
                folder().resolve(nameOrFile + ".yaml"))
            .filter(Files::isRegularFile)
            .findFirst()
            .orElseThrow(() -> unknown(nameOrFile)));
  }

  private IllegalArgumentException unknown(String name) {
    Set<String> known = DeviceTemplates.names(folder());
    return new IllegalArgumentException(
        "There is no device template '%s'; expected a YAML file or one of %s."
            .formatted(name, known.isEmpty() ? "none in " + folder() : String.join(", ", known)));
  }

  private Path folder() {
    Path home = Path.of(System.getProperty("setpoint.home", ""));
    return chosen != null ? chosen : home.resolve("config").resolve("devices");
  }
}
