package energy.setpoint.app.config;

import static energy.setpoint.app.config.ProjectFiles.project;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.control.ControlSettings;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.session.GuestNeed;
import energy.setpoint.core.site.Evse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manual's smallest site works, and means what the manual says. */
class ManualTest {

  private static final Pattern FIRST_YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void startsTheSmallestSiteOfTheManualWithTheDefaults() throws IOException {
    Matcher yaml = FIRST_YAML.matcher(Files.readString(project("docs/how-to/configure-a-site.md")));
    assertThat(yaml.find()).isTrue();
    Path file = Files.writeString(folder.resolve("site.yaml"), yaml.group(1));

    SiteFile site = SiteFile.read(file);

    Evse evse = site.site().evses().findFirst().orElseThrow();
    assertThat(evse.minimum()).isEqualTo(Current.ofAmps(6));
    assertThat(evse.maximum()).isEqualTo(Current.ofAmps(32));
    assertThat(site.control()).isEqualTo(ControlSettings.DEFAULTS);
    assertThat(site.guests()).isEqualTo(GuestNeed.DEFAULTS);
    assertThat(site.authorization().acceptsAll()).isTrue();
  }
}
