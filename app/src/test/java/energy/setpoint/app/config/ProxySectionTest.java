package energy.setpoint.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.setpoint.app.config.document.ConfigurationException;
import energy.setpoint.ocpp.overheard.CsmsRight;
import energy.setpoint.ocpp.proxy.LossPolicy;
import energy.setpoint.ocpp.proxy.ProxySettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProxySectionTest {

  private static final String YARD =
      """
      id: yard
      zone: Europe/Amsterdam
      grid: { importLimitKw: 40 }
      circuits:
        main: { fuseA: 63 }
      stations:
        - { id: gate, circuit: main }
      """;

  @TempDir private Path folder;

  @Test
  void isItsOwnCsmsWithoutTheSection() throws IOException {
    assertThat(read("").proxy()).isEmpty();
  }

  @Test
  void needsOnlyTheAddressOfTheCsms() throws IOException {
    ProxyConfiguration proxy = read("proxy: { upstream: wss://csms.example/ocpp }").proxy().get();

    assertThat(proxy.csms().base()).isEqualTo(URI.create("wss://csms.example/ocpp"));
    assertThat(proxy.csms().trustStore()).isEmpty();
    assertThat(proxy.settings()).isEqualTo(ProxySettings.DEFAULT);
  }

  @Test
  void readsEveryKey() throws IOException {
    Files.writeString(folder.resolve("csms.pem"), "a certificate");

    ProxyConfiguration proxy =
        read("""
        proxy:
          upstream: ws://10.0.0.5:8080/ocpp
          trust: csms.pem
          policy: close
          allow: [Reset, DerControl]
          callDeadline: 10s
          keepMessages: 50
          keepKiB: 64
        """)
            .proxy()
            .get();

    assertThat(proxy.csms().trustStore()).contains(folder.resolve("csms.pem"));
    assertThat(proxy.settings())
        .isEqualTo(
            ProxySettings.DEFAULT
                .withPolicy(LossPolicy.CLOSE)
                .withRights(Set.of(CsmsRight.Reset, CsmsRight.DerControl))
                .withCalls(Duration.ofSeconds(10), ProxySettings.DEFAULT.maxWaitingCalls())
                .withRoom(new ProxySettings.Room(50, 65_536)));
  }

  @Test
  void namesWhatIsWrong() {
    assertThatThrownBy(() ->
            read(
                """
                proxy:
                  upstream: https://csms.example
                  policy: keep
                  allow: [Rest]
                  trust: nowhere.pem
                """))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("proxy.upstream is \"https://csms.example\"")
        .hasMessageContaining("proxy.policy is \"keep\", expected one of HOLD, CLOSE")
        .hasMessageContaining("Maybe \"Reset\"")
        .hasMessageContaining("proxy.trust names");
  }

  private SiteFile read(String more) throws IOException {
    return SiteFile.read(Files.writeString(folder.resolve("site.yaml"), YARD + more));
  }
}
