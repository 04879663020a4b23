package energy.setpoint.app.config.station;

import energy.setpoint.app.config.document.Kind;
import energy.setpoint.app.config.document.Kinds;
import energy.setpoint.app.config.document.Section;
import energy.setpoint.ocpp.Dialects;
import energy.setpoint.ocpp.traits.Quirks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a site file says of all its stations (its key {@code ocpp}).
 *
 * @param meterInterval how often they shall measure while they charge; empty to leave it to them
 * @param quirks the site's own before the bundled ones
 * @param calls what may be sent to them over the API
 */
public record StationRules(Optional<Duration> meterInterval, Quirks quirks, CallPermission calls) {

  private static final Kind<Duration> INTERVAL =
      Kinds.duration(Duration.ofSeconds(1), Duration.ofDays(1));

  /**
   * @param folder where files stand that are named in the section
   */
  public static StationRules read(Section section, Path folder) {
    Optional<Duration> interval =
        section.has("meterInterval")
            ? Optional.of(section.read("meterInterval", INTERVAL))
            : Optional.empty();
    Quirks own =
        section.has("quirks")
            ? QuirkFile.read(
                folder.resolve(
                    section.read("quirks", Kinds.TEXT.described("the name of a list of quirks"))),
                section.problems())
            : Quirks.NONE;
    CallPermission calls = calls(section);
    var rules = new StationRules(interval, own.before(QuirkFile.bundled()), calls);
    return section.build(() -> rules).orElse(rules);
  }

  private static CallPermission calls(Section section) {
    if (!section.has("calls")) {
      return CallPermission.ALL;
    }
    Set<String> known = new TreeSet<>(Set.of("all", "none"));
    Dialects.bundled().forEach(dialect -> known.addAll(dialect.actions().fromServer()));
    known.addAll(CallPermission.rights());
    List<String> listed =
        section.list(
            "calls",
            Kinds.nameOf("all, none, Credentials, NetworkProfile or actions of OCPP", known));
    Set<String> named = new HashSet<>(listed);
    if (named.remove("none") && !named.isEmpty()) {
      section.problem("calls", "mixes none with actions, expected none alone.");
    }
    return new CallPermission(named.remove("all"), named);
  }
}
