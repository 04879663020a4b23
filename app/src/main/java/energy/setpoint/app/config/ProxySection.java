package energy.setpoint.app.config;

import energy.setpoint.app.config.document.Kind;
import energy.setpoint.app.config.document.Kinds;
import energy.setpoint.app.config.document.Section;
import energy.setpoint.ocpp.overheard.CsmsRight;
import energy.setpoint.ocpp.proxy.LossPolicy;
import energy.setpoint.ocpp.proxy.ProxySettings;
import energy.setpoint.ocpp.proxy.ProxySettings.Room;
import energy.setpoint.ocpp.proxy.upstream.UpstreamAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads how stations are relayed to another CSMS; a site without the section is one itself. */
final class ProxySection {

  private static final Kind<URI> WEB_SOCKET =
      Kind.of(
          "an address that begins with wss:// or ws://",
          URI.create("wss://csms.example"),
          text -> UpstreamAddress.of(URI.create(text)).base());

  private ProxySection() {}

  /**
   * @param folder of the site file, in which other files are named
   */
  static Optional<ProxyConfiguration> read(Section root, Path folder) {
    if (!root.has("proxy")) {
      return Optional.empty();
    }
    Section section = root.section("proxy");
    ProxySettings usual = ProxySettings.DEFAULT;
    URI upstream = section.read("upstream", WEB_SOCKET);
    LossPolicy policy = section.read("policy", Kinds.choice(LossPolicy.class), usual.onLoss());
    Set<CsmsRight> rights = rights(section);
    Optional<Path> trusted = trusted(section, folder);
    Duration deadline =
        section.read(
            "callDeadline",
            Kinds.duration(Duration.ofSeconds(1), Duration.ofMinutes(5)),
            usual.callDeadline());
    int messages =
        section.read("keepMessages", Kinds.wholeNumber(1, 1_000_000), usual.keep().messages());
    int kib = section.read("keepKiB", Kinds.wholeNumber(1, 1 << 20), 1024);
    return section.build(() ->
        new ProxyConfiguration(
            new UpstreamAddress(upstream, trusted, UpstreamAddress.of(upstream).timeout()),
            usual
                .withPolicy(policy)
                .withRights(rights)
                .withCalls(deadline, usual.maxWaitingCalls())
                .withRoom(new Room(messages, 1024L * kib))));
  }

  /** An empty list is a wish as well: the CSMS may change nothing. */
  private static Set<CsmsRight> rights(Section section) {
    List<CsmsRight> listed = section.list("allow", Kinds.choice(CsmsRight.class));
    return section.has("allow") ? Set.copyOf(listed) : ProxySettings.USUAL_RIGHTS;
  }

  private static Optional<Path> trusted(Section section, Path folder) {
    if (!section.has("trust")) {
      return Optional.empty();
    }
    Path file = folder.resolve(section.read("trust", Kinds.TEXT.described("the name of a file")));
    if (!Files.isReadable(file)) {
      section.problem("trust", "names " + file + ", which cannot be read.");
    }
    return Optional.of(file);
  }
}
