package energy.setpoint.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.setpoint.core.site.DeviceId;
import energy.setpoint.der.device.BrokerAddress;
import energy.setpoint.der.device.BrokerAddress.ClientCertificate;
import energy.setpoint.der.device.BrokerAddress.Login;
import energy.setpoint.der.device.BrokerAddress.Protocol;
import energy.setpoint.der.device.PasswordSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokerSectionTest {

  private static final String SITE =
      """
      id: yard
      zone: Europe/Amsterdam
      grid: { importLimitKw: 40 }
      circuits:
        main: { fuseA: 63 }
      batteries:
        - { id: shed, circuit: main, capacityKwh: 10, maxChargeKw: 5, connection: { template: generic-mqtt-battery, topic: shed, %s } }
      """;

  @TempDir Path folder;

  @Test
  void letsEverybodyInWhereNothingIsSaid() throws IOException {
    BrokerAddress broker = read("broker: \"mqtt://10.0.0.2:1883\"");

    assertThat(broker).isEqualTo(BrokerAddress.open("tcp://10.0.0.2:1883"));
  }

  @Test
  void readsHowABrokerIsEntered() throws IOException {
    BrokerAddress broker =
        read(
            "broker: \"mqtts://10.0.0.2:8883\", protocol: \"3.1.1\", user: engine,"
                + " passwordFile: secret, authorities: ca.pem, certificate: own.pem, key: own.key");

    assertThat(broker)
        .isEqualTo(
            new BrokerAddress(
                "ssl://10.0.0.2:8883",
                Protocol.MQTT_3_1_1,
                Optional.of(
                    new Login("engine", new PasswordSource.InFile(folder.resolve("secret")))),
                Optional.of(folder.resolve("ca.pem")),
                Optional.of(
                    new ClientCertificate(folder.resolve("own.pem"), folder.resolve("own.key")))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          broker: "tcp://x:1", protocol: 4 | connection.protocol is 4, expected auto, 3.1.1 or 5.
          broker: "tcp://x:1", user: me | needs user together with passwordFile or passwordVariable.
          broker: "tcp://x:1", passwordFile: p | needs user together with passwordFile or passwordVariable.
          broker: "mqtts://x:1", key: k | needs certificate and key together.
          broker: "tcp://x:1", authorities: ca | The broker is 'tcp://x:1', without TLS; expected mqtts:// where certificates are.
          """)
  void refusesWhatMakesNoSense(String keys, String words) {
    assertThatThrownBy(() -> read(keys)).hasMessageContaining(words);
  }

  @Test
  void neverShowsAPasswordInAnAddress() {
    assertThatThrownBy(() -> read("broker: \"mqtt://me:s3same@10.0.0.2:1883\""))
        .hasMessageContaining("connection.broker contains a user, expected the keys user")
        .message()
        .doesNotContain("s3same");
  }

  private BrokerAddress read(String keys) throws IOException {
    Path file = Files.writeString(folder.resolve("site.yaml"), SITE.formatted(keys));
    SiteFile site = SiteFile.read(file, ProjectFiles.project("config/devices"));
    DeviceConnection connection = site.connections().get(new DeviceId("shed"));
    return ((DeviceConnection.Mqtt) connection).broker();
  }
}
