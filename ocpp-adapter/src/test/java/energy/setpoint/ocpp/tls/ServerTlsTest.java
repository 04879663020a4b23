package energy.setpoint.ocpp.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.setpoint.ocpp.stats.SecurityCounters;
import energy.setpoint.ocpp.tls.TestAuthority.Issued;
import energy.setpoint.ocpp.tls.TlsSettings.Floor;
import energy.setpoint.ocpp.tls.TlsSettings.Identity;
import energy.setpoint.ocpp.tls.TlsSettings.StationTrust;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerTlsTest {

  private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
  private static final TestAuthority ROOT = TestAuthority.named("root", NOW);
  private static final Issued SERVER = ROOT.issueForHost("localhost");

  @TempDir Path folder;
  private final SecurityCounters counters = new SecurityCounters();

  @BeforeEach
  void files() throws IOException {
    write("server.pem", TestAuthority.pem(SERVER.certificate()));
    write("server.key", SERVER.keyPem());
    write("roots.pem", TestAuthority.pem(ROOT.certificate()));
    write("revoked.pem", TestAuthority.pem(ROOT.revoke()));
  }

  @ParameterizedTest
  @CsvSource({
    "server.pem, nonsense, has no certificate",
    "server.key, nonsense, has no 'PRIVATE KEY' in PEM. Maybe it must be converted",
    "roots.pem, nonsense, has no certificate",
    "revoked.pem, nonsense, has no revocation list"
  })
  void namesTheFileThatCannotBeUsed(String file, String text, String problem) throws IOException {
    write(file, text);

    assertThatThrownBy(this::open)
        .isInstanceOf(TlsFileException.class)
        .hasMessageStartingWith(folder.resolve(file) + " " + problem);
  }

  @Test
  void namesTheFileThatIsMissing() throws IOException {
    Files.delete(folder.resolve("server.key"));

    assertThatThrownBy(this::open)
        .isInstanceOf(TlsFileException.class)
        .hasMessageContaining("server.key cannot be read");
  }

  @Test
  void waitsForTheSecondOfTwoFilesThatBelongTogether() throws IOException {
    ServerTls tls = open();
    var before = tls.current();
    Issued next = ROOT.issueForHost("localhost");

    write("server.pem", TestAuthority.pem(next.certificate()));
    tls.refresh();
    tls.refresh();
    assertThat(tls.current()).isSameAs(before);
    assertThat(counters.reloadFailures()).isEqualTo(1);
    write("server.key", next.keyPem());
    tls.refresh();

    assertThat(tls.current()).isNotSameAs(before);
  }

  @Test
  void takesUpItsFilesOnceWhatHinderedThatIsGone() throws IOException {
    ServerTls tls = open();
    var before = tls.current();
    Issued next = ROOT.issueForHost("localhost");
    write("server.pem", TestAuthority.pem(next.certificate()));
    write("server.key", next.keyPem());

    withoutKeyManagers(tls::refresh);
    assertThat(tls.current()).isSameAs(before);
    assertThat(counters.reloadFailures()).isEqualTo(1);
    tls.refresh();

    assertThat(tls.current()).isNotSameAs(before);
  }

  /** Stands for whatever may fail for a moment although the files are in order. */
  private static void withoutKeyManagers(Runnable action) {
    String property = "ssl.KeyManagerFactory.algorithm";
    String usual = Security.getProperty(property);
    Security.setProperty(property, "nonsense");
    try {
      action.run();
    } finally {
      Security.setProperty(property, usual);
    }
  }

  @Test
  void survivesADiskThatIsGoneAndTellsSoOnce() throws IOException {
    ServerTls tls;
    Path archive = folder.resolve("disk.zip");
    try (FileSystem disk = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
      Path revoked = disk.getPath("revoked.pem");
      Files.writeString(revoked, TestAuthority.pem(ROOT.revoke()));
      tls = open(revoked);
    }
    var before = tls.current();

    tls.refresh();
    tls.refresh();

    assertThat(tls.current()).isSameAs(before);
    assertThat(counters.reloadFailures()).isEqualTo(1);
  }

  @Test
  void keepsItsContextWhileNothingChanges() throws IOException {
    ServerTls tls = open();
    var before = tls.current();

    tls.refresh();

    assertThat(tls.current()).isSameAs(before);
  }

  /** A key is never shown, whatever is wrong with it. */
  @Test
  void tellsNothingOfAKeyThatDoesNotFit() throws IOException {
    write("server.key", ROOT.issueForHost("localhost").keyPem());

    assertThatThrownBy(this::open)
        .hasMessageContaining("server.key has another key than that of its certificate")
        .hasMessageNotContaining("MIG");
  }

  private ServerTls open() {
    return open(folder.resolve("revoked.pem"));
  }

  private ServerTls open(Path revocations) {
    return ServerTls.open(
        new TlsSettings(
            List.of(new Identity(folder.resolve("server.pem"), folder.resolve("server.key"))),
            Floor.TLS_1_2,
            Optional.of(new StationTrust(folder.resolve("roots.pem"), Optional.of(revocations)))),
        () -> NOW,
        counters);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
