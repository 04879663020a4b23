package energy.setpoint.app.config;

import energy.setpoint.app.config.document.Kind;
import energy.setpoint.app.config.document.Section;
import energy.setpoint.app.homeassistant.HomeAssistantSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads where a site shows itself to Home Assistant; without the section it does not. */
final class HomeAssistantSection {

  private static final Pattern PREFIX = Pattern.compile("[^/+#\\s]+(/[^/+#\\s]+)*");

  private static final Kind<String> TOPIC =
      Kind.of(
          "a topic without wildcards, such as homeassistant",
          HomeAssistantSettings.USUAL_PREFIX,
          text -> Optional.of(text).filter(it -> PREFIX.matcher(it).matches()).orElseThrow());

  private HomeAssistantSection() {}

  /**
   * @param folder of the site file, in which other files are named
   */
  static Optional<HomeAssistantSettings> read(Section root, Path folder) {
    if (!root.has("homeAssistant")) {
      return Optional.empty();
    }
    Section section = root.section("homeAssistant");
    String prefix = section.read("discoveryPrefix", TOPIC, HomeAssistantSettings.USUAL_PREFIX);
    var broker = new BrokerSection(section, folder).read();
    return section
        .build(() -> broker.map(it -> new HomeAssistantSettings(it, prefix)))
        .flatMap(it -> it);
  }
}
