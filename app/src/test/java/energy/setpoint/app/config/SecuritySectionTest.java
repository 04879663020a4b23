package energy.setpoint.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.security.SecurityProfile;
import energy.setpoint.ocpp.tls.TlsSettings.Floor;
import energy.setpoint.ocpp.tls.TlsSettings.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecuritySectionTest {

  private static final String HASH =
      "pbkdf2-sha256:10000:AAAAAAAAAAAAAAAAAAAAAA==:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

  private static final String SITE =
      """
      id: yard
      zone: Europe/Amsterdam
      grid: { importLimitKw: 40 }
      circuits:
        main: { fuseA: 63 }
      """;

  private static final String TLS =
      """
        tls: { certificate: tls/server.pem, key: tls/server.key, stationAuthorities: tls/authority.pem }
      """;

  @TempDir Path folder;

  @Test
  void letsEverybodyInWhereNothingIsSaid() throws IOException {
    SiteSecurity security = read("stations:\n  - { id: gate, circuit: main }\n");

    assertThat(security.usual()).isEqualTo(SecurityProfile.OPEN);
    assertThat(security.stations().get(new StationId("gate")).profile())
        .isEqualTo(SecurityProfile.OPEN);
    assertThat(security.tls()).isEmpty();
  }

  @Test
  void readsHowStationsProveThemselves() throws IOException {
    SiteSecurity security =
        read(
            """
            security:
              profile: 3
              operator: Example
              authority: tls
              tls:
                port: 9444
                certificate: tls/server.pem
                key: tls/server.key
                minimumVersion: 1.3
                stationAuthorities: tls/authority.pem
                revocations: tls/revoked.pem
            stations:
              - { ids: [A-1..A-3], circuit: main, fallbackA: 1 }
              - { id: gate, circuit: main, security: { profile: 2, passwordHash: "%s" } }
              - { id: test, circuit: main, security: { profile: 0 } }
            """
                .formatted(HASH));

    assertThat(security.stations().get(new StationId("A-2")).profile())
        .isEqualTo(SecurityProfile.TLS_CERTIFICATE);
    assertThat(security.stations().get(new StationId("gate")).password()).isPresent();
    assertThat(security.stations().get(new StationId("test")).profile())
        .isEqualTo(SecurityProfile.OPEN);
    var tls = security.tls().orElseThrow();
    assertThat(tls.port()).isEqualTo(9444);
    assertThat(tls.settings().floor()).isEqualTo(Floor.TLS_1_3);
    assertThat(tls.settings().identities())
        .containsExactly(
            new Identity(folder.resolve("tls/server.pem"), folder.resolve("tls/server.key")));
    assertThat(security.authority()).contains(folder.resolve("tls"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "profile: 4 | stations: [{id: g, circuit: main}] | security.profile is 4, expected a security profile, 0 to 3.",
        "profile: 1 | stations: [{id: g, circuit: main}] | security.passwordHash is missing, expected for security profile 1",
        "profile: 0 | stations: [{id: g, circuit: main, security: {profile: 1, passwordHash: secret}}] | security.passwordHash is not what './setpoint password' prints.",
        "profile: 2 | stations: [{id: g, circuit: main, security: {passwordHash: ~HASH~}}] | security.profile is 2, but the site's security has no tls.",
        "profile: 3 | stations: [{id: g, circuit: main}] | security.profile is 3, but the site's security has no tls.",
        "profile: 1 | stations: [{ids: [a, b], circuit: main, security: {passwordHash: ~HASH~}}] | security.passwordHash is shared by 2 stations, expected one for each",
        "open: yes | stations: [{id: g, circuit: main}] | security.open is not a known key.",
      })
  void tellsWhatIsWrong(String site, String stations, String message) {
    String yaml =
        "security: {"
            + site
            + "}\n"
            + stations.replace("HASH", "\"" + HASH + "\"").replace("~", "")
            + "\n";

    assertThatThrownBy(() -> read(yaml))
        .hasMessageContaining(message)
        .hasMessageNotContaining("secret");
  }

  @Test
  void demandsAnAuthorityForCertificates() {
    String yaml =
        "security:\n  profile: 3\n"
            + TLS.replace(", stationAuthorities: tls/authority.pem", "")
            + "stations: [{id: g, circuit: main}]\n";

    assertThatThrownBy(() -> read(yaml))
        .hasMessageContaining("security.profile is 3, but security.tls has no stationAuthorities.");
  }

  private SiteSecurity read(String more) throws IOException {
    Path file = Files.writeString(folder.resolve("site.yaml"), SITE + more);
    return SiteFile.read(file, folder).security();
  }
}
