package energy.setpoint.app.web.view;

import energy.setpoint.core.site.Site;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.ZoneId;

/** A site in a list. */
@Schema(description = "A site.")
public record SiteSummary(
    @Schema(example = "demo-depot") String id,
    @Schema(example = "Demo depot") String name,
    @Schema(
            description = "Of its clocks and calendars.",
            example = "Europe/Amsterdam",
            type = "string")
        ZoneId zone) {

  public static SiteSummary of(Site site) {
    return new SiteSummary(site.id().value(), site.name(), site.zone());
  }
}
