package energy.setpoint.app.config;

import energy.setpoint.app.config.SiteSecurity.TlsPort;
import energy.setpoint.app.config.document.Kind;
import energy.setpoint.app.config.document.Kinds;
import energy.setpoint.app.config.document.Section;
import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.security.SecurityProfile;
import energy.setpoint.ocpp.security.StationAccess;
import energy.setpoint.ocpp.security.password.PasswordHash;
import energy.setpoint.ocpp.tls.TlsSettings;
import energy.setpoint.ocpp.tls.TlsSettings.Floor;
import energy.setpoint.ocpp.tls.TlsSettings.Identity;
import energy.setpoint.ocpp.tls.TlsSettings.StationTrust;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how stations prove themselves: the site's part, then each station's. */
final class SecuritySection {

  private static final int USUAL_TLS_PORT = 9443;

  private static final Kind<SecurityProfile> PROFILE =
      Kind.of(
          "a security profile, 0 to 3",
          SecurityProfile.OPEN,
          text -> SecurityProfile.of(Integer.parseInt(text)));

  private static final Kind<Floor> FLOOR =
      Kind.of(
          "1.2 or 1.3",
          Floor.TLS_1_2,
          text ->
              switch (text) {
                case "1.2" -> Floor.TLS_1_2;
                case "1.3" -> Floor.TLS_1_3;
                default -> throw new IllegalArgumentException(text);
              });

  private final Section section;
  private final Path folder;
  private final SecurityProfile usual;
  private final Optional<TlsPort> tls;

  private SecuritySection(Section section, Path folder) {
    this.section = section;
    this.folder = folder;
    this.usual = section.read("profile", PROFILE, SecurityProfile.OPEN);
    this.tls = section.has("tls") ? tls(section.section("tls")) : Optional.empty();
  }

  /**
   * @param folder of the site file; paths are relative to it
   */
  static SecuritySection of(Section section, Path folder) {
    return new SecuritySection(section, folder);
  }

  private Optional<TlsPort> tls(Section tls) {
    int port = tls.read("port", Kinds.wholeNumber(0, 65_535), USUAL_TLS_PORT);
    List<Identity> identities = new ArrayList<>(List.of(identity(tls, "certificate", "key")));
    if (tls.has("secondCertificate")) {
      identities.add(identity(tls, "secondCertificate", "secondKey"));
    }
    Floor floor = tls.read("minimumVersion", FLOOR, Floor.TLS_1_2);
    Optional<Path> revocations = findFile(tls, "revocations");
    Optional<StationTrust> trust =
        findFile(tls, "stationAuthorities").map(roots -> new StationTrust(roots, revocations));
    if (revocations.isPresent() && trust.isEmpty()) {
      tls.problem("revocations", "stands without stationAuthorities.");
    }
    return tls.build(() -> new TlsPort(port, new TlsSettings(identities, floor, trust)));
  }

  private Identity identity(Section tls, String certificate, String key) {
    return new Identity(
        folder.resolve(tls.read(certificate, Kinds.TEXT.described("a file in PEM"))),
        folder.resolve(tls.read(key, Kinds.TEXT.described("a file in PEM"))));
  }

  private Optional<Path> findFile(Section in, String key) {
    return in.has(key)
        ? Optional.of(folder.resolve(in.read(key, Kinds.TEXT.described("a file name"))))
        : Optional.empty();
  }

  /**
   * How the stations of an entry prove themselves.
   *
   * @param count how many stations the entry stands for
   */
  StationAccess access(Section own, int count) {
    SecurityProfile profile = own.read("profile", PROFILE, usual);
    Optional<PasswordHash> password = findPassword(own);
    if (profile.demandsPassword() && !own.has("passwordHash")) {
      own.problem(
          "passwordHash",
          "is missing, expected for security profile "
              + profile.number()
              + " what './setpoint password' prints.");
    }
    if (password.isPresent() && count > 1) {
      own.problem(
          "passwordHash",
          "is shared by " + count + " stations, expected one for each (A01.FR.06).");
    }
    if (profile.demandsTls() && !section.has("tls")) {
      own.problem("profile", "is " + profile.number() + ", but the site's security has no tls.");
    }
    if (profile == SecurityProfile.TLS_CERTIFICATE && !asksForCertificates()) {
      own.problem("profile", "is 3, but security.tls has no stationAuthorities.");
    }
    return own.build(() -> new StationAccess(profile, password)).orElse(StationAccess.OPEN);
  }

  /** Says nothing of what stands there: it may be the password itself. */
  private static Optional<PasswordHash> findPassword(Section own) {
    if (!own.has("passwordHash")) {
      return Optional.empty();
    }
    try {
      return Optional.of(PasswordHash.parse(own.read("passwordHash", Kinds.TEXT)));
    } catch (IllegalArgumentException e) {
      own.problem("passwordHash", "is not what './setpoint password' prints.");
      return Optional.empty();
    }
  }

  private boolean asksForCertificates() {
    return tls.isEmpty() || tls.get().settings().stations().isPresent();
  }

  Optional<SiteSecurity> settings(Map<StationId, StationAccess> stations) {
    Optional<String> operator =
        section.has("operator")
            ? Optional.of(section.read("operator", Kinds.TEXT))
            : Optional.empty();
    Optional<Path> authority = findFile(section, "authority");
    Optional<Path> vehicleAuthority = findFile(section, "vehicleAuthority");
    return section.build(
        () -> new SiteSecurity(usual, stations, operator, tls, authority, vehicleAuthority));
  }
}
