package energy.setpoint.app.homeassistant;

import energy.setpoint.core.control.SiteSnapshot;
import energy.setpoint.core.site.Site;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Shows a site to Home Assistant: what there is, and how it does. */
public final class HomeAssistant {

  /** How often values are looked at. */
  public static final Duration EVERY = Duration.ofSeconds(5);

  private final Map<String, String> configurations;
  private final Supplier<Optional<SiteSnapshot>> snapshots;

  /**
   * @param snapshots empty until the loop has looked at the site for the first time
   */
  public HomeAssistant(
      HomeAssistantSettings settings, Site site, Supplier<Optional<SiteSnapshot>> snapshots) {
    String statusTopic = new SiteTopics(site.id()).status();
    this.configurations =
        new Discovery(settings.discoveryPrefix(), statusTopic).topics(Entities.of(site));
    this.snapshots = snapshots;
  }

  /** What stands at the broker now, by topic. */
  public Map<String, String> topics() {
    Map<String, String> topics = new HashMap<>(configurations);
    snapshots.get().ifPresent(it -> topics.putAll(States.of(it)));
    return topics;
  }
}
