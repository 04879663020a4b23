package energy.setpoint.der;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.reading.InverterReading;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.time.Timeline;
import energy.setpoint.der.device.BrokerAddress;
import energy.setpoint.der.device.BrokerAddress.ClientCertificate;
import energy.setpoint.der.device.BrokerAddress.Login;
import energy.setpoint.der.device.BrokerAddress.Protocol;
import energy.setpoint.der.device.DeviceAddress.Mqtt;
import energy.setpoint.der.device.DeviceConnection;
import energy.setpoint.der.device.DeviceHealth;
import energy.setpoint.der.device.PasswordSource;
import energy.setpoint.der.template.DeviceTemplate;
import energy.setpoint.der.template.DeviceTemplates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class MqttBrokersIT {

  private static final DeviceId ROOF = new DeviceId("roof");
  private static final String STATUS = "setpoint/depot/status";

  private static final String YAML =
      """
      description: An inverter
      kind: inverter
      transport: mqtt
      period: 1s
      staleAfter: 60s
      points:
        power: { topic: "{base}/power", unit: W, sign: generation, qos: 0 }
      """;

  private final Timeline timeline =
      Timeline.accelerated(Instant.now(), Instant.parse("2026-06-01T10:00:00Z"), 10);
  private final Recorder readings = new Recorder();

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void readsInEveryVersionOfMqtt(Protocol protocol) {
    try (var broker = brokerOf(protocol);
        var peer = new MqttPeer(broker, "x");
        var devices = start(address(broker.url(), protocol))) {
      connected(devices);

      peer.say("roof/power", "700");

      readings.await(ROOF, InverterReading.class, it -> it.power().watts() == -700);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void readsWithEveryQualityOfService(int qos) {
    try (var broker = new Mqtt5Server();
        var peer = new MqttPeer(broker, "x");
        var devices =
            start(BrokerAddress.open(broker.url()), YAML.replace("qos: 0", "qos: " + qos))) {
      connected(devices);

      peer.say("roof/power", "700");

      readings.await(ROOF, InverterReading.class, it -> it.power().watts() == -700);
    }
  }

  @Test
  void speaksMqtt5WhereTheBrokerDoes() {
    try (var broker = new Mqtt5Server();
        var devices = start(address(broker.url(), Protocol.AUTO))) {
      connected(devices);

      assertThat(broker.versions()).containsExactly(5);
    }
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void aRetainedValueIsContactButNoReading(Protocol protocol) {
    try (var broker = brokerOf(protocol);
        var peer = new MqttPeer(broker, "x")) {
      peer.say("roof/power", "700", true);
      try (var devices = start(address(broker.url(), protocol))) {
        connected(devices);

        peer.say("roof/power", "800");

        readings.await(ROOF, InverterReading.class, it -> it.power().watts() == -800);
        assertThat(readings.of(ROOF)).hasSize(1);
      }
    }
  }

  @Test
  void fallsBackToTheVersionThatAnOldBrokerSpeaks() {
    try (var broker = new MqttServer();
        var old = new OldBroker(broker);
        var peer = new MqttPeer(broker, "x");
        var devices = start(address(old.url(), Protocol.AUTO))) {
      connected(devices);

      peer.say("roof/power", "700");

      readings.await(ROOF, InverterReading.class, it -> it.power().watts() == -700);
      assertThat(old.asked()).startsWith(5, 4);
      assertThat(health(devices).failures()).isZero();
    }
  }

  @Test
  void doesNotFallBackWhereTheSiteNamesTheVersion() {
    try (var broker = new MqttServer();
        var old = new OldBroker(broker);
        var devices = start(address(old.url(), Protocol.MQTT_5))) {
      Eventually.await("two refusals", () -> health(devices).failures() > 1);

      assertThat(old.asked()).containsOnly(5);
      assertThat(health(devices).isFresh()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void entersWithThePasswordOutOfAFile(Protocol protocol) throws IOException {
    Path secret = Files.writeString(folder.resolve("password"), "s3same\n");
    try (var broker = letting(protocol);
        var devices = start(withPassword(broker, protocol, secret))) {
      connected(devices);

      assertThat(health(devices).failures()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void aWrongPasswordIsRefusedAndNeverShown(Protocol protocol) throws IOException {
    Path secret = Files.writeString(folder.resolve("password"), "w0rse\n");
    try (var broker = letting(protocol);
        var devices = start(withPassword(broker, protocol, secret))) {
      Eventually.await("a refusal", () -> health(devices).failures() > 0);

      assertThat(health(devices).isFresh()).isFalse();
      assertThat(health(devices).lastError().orElseThrow()).doesNotContain("w0rse");
      assertThat(withPassword(broker, protocol, secret).toString()).doesNotContain("w0rse");
    }
  }

  @Test
  void aPasswordFileThatIsMissingIsNamed() {
    Path secret = folder.resolve("nowhere");
    try (var broker = new MqttServer();
        var devices = start(withPassword(broker, Protocol.AUTO, secret))) {
      Eventually.await("a failure", () -> health(devices).failures() > 0);

      assertThat(health(devices).lastError().orElseThrow())
          .contains("the password file " + secret + " does not exist");
    }
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void trustsTheAuthorityOfTheSiteOverTls(Protocol protocol) {
    TlsStore store = TlsStore.in(folder, "broker");
    try (var broker = withTls(protocol, store);
        var devices = start(overTls(broker, protocol, store, Optional.empty()))) {
      connected(devices);

      assertThat(health(devices).failures()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void refusesABrokerOfAnotherAuthority(Protocol protocol) {
    TlsStore other = TlsStore.in(folder, "other");
    try (var broker = withTls(protocol, TlsStore.in(folder, "broker"));
        var devices = start(overTls(broker, protocol, other, Optional.empty()))) {
      Eventually.await("a refusal", () -> health(devices).failures() > 0);

      assertThat(health(devices).state()).isEqualTo(DeviceHealth.State.OFFLINE);
    }
  }

  @Test
  void showsItsCertificateToABrokerThatAsksForOne() {
    TlsStore store = TlsStore.in(folder, "broker");
    var own = new ClientCertificate(store.certificate(), store.key());
    try (var broker = MqttServer.withTls(store, true);
        var devices = start(overTls(broker, Protocol.AUTO, store, Optional.of(own)))) {
      connected(devices);

      assertThat(health(devices).failures()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void tellsWhenItComesAndWhenItGoes(Protocol protocol) {
    try (var broker = brokerOf(protocol);
        var peer = new MqttPeer(broker, STATUS)) {
      var devices = start(address(broker.url(), protocol));
      Eventually.await("online", () -> peer.heard().contains("online"));

      devices.close();

      Eventually.await("offline", () -> peer.heard().equals(List.of("online", "offline")));
    }
  }

  @Test
  void theBrokerTellsWhenTheLineIsCut() {
    try (var broker = new MqttServer();
        var old = new OldBroker(broker);
        var peer = new MqttPeer(broker, STATUS);
        var _ = start(address(old.url(), Protocol.MQTT_3_1_1))) {
      Eventually.await("online", () -> peer.heard().contains("online"));

      old.cutLines();

      Eventually.await("offline", () -> peer.heard().contains("offline"));
      Eventually.await("online again", () -> peer.heard().getLast().equals("online"));
    }
  }

  @Test
  void aBrokerOfMqtt5TellsTooWhenTheLineIsCut() {
    try (var broker = new Mqtt5Server();
        var _ = start(address(broker.url(), Protocol.MQTT_5))) {
      Eventually.await("online", () -> status(broker).equals("online"));

      broker.cutLines();

      Eventually.await("offline", () -> status(broker).equals("offline"));
      Eventually.await("online again", () -> status(broker).equals("online"));
    }
  }

  private static String status(Mqtt5Server broker) {
    return broker
        .findRetained(STATUS)
        .map(it -> new String(it.payload(), StandardCharsets.UTF_8))
        .orElse("");
  }

  private static TestBroker brokerOf(Protocol protocol) {
    return protocol == Protocol.MQTT_5 ? new Mqtt5Server() : new MqttServer();
  }

  private static TestBroker letting(Protocol protocol) {
    return protocol == Protocol.MQTT_5
        ? Mqtt5Server.letting("engine", "s3same")
        : MqttServer.letting("engine", "s3same");
  }

  private static TestBroker withTls(Protocol protocol, TlsStore store) {
    return protocol == Protocol.MQTT_5
        ? Mqtt5Server.withTls(store, false)
        : MqttServer.withTls(store, false);
  }

  private static BrokerAddress address(String url, Protocol protocol) {
    return new BrokerAddress(url, protocol, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static BrokerAddress withPassword(TestBroker broker, Protocol protocol, Path secret) {
    return new BrokerAddress(
        broker.url(),
        protocol,
        Optional.of(new Login("engine", new PasswordSource.InFile(secret))),
        Optional.empty(),
        Optional.empty());
  }

  private static BrokerAddress overTls(
      TestBroker broker, Protocol protocol, TlsStore trusted, Optional<ClientCertificate> own) {
    return new BrokerAddress(
        broker.tlsUrl(), protocol, Optional.empty(), Optional.of(trusted.certificate()), own);
  }

  private DerDevices start(BrokerAddress broker) {
    return start(broker, YAML);
  }

  private DerDevices start(BrokerAddress broker, String yaml) {
    DeviceTemplate template = DeviceTemplates.parse("roof.yaml", yaml);
    var roof = new DeviceConnection(ROOF, template, new Mqtt(broker, "roof"));
    return DerDevices.start(
        List.of(roof), Optional.of(STATUS), Optional.empty(), timeline, readings);
  }

  private static void connected(DerDevices devices) {
    Eventually.await("contact", () -> health(devices).state() != DeviceHealth.State.OFFLINE);
  }

  private static DeviceHealth health(DerDevices devices) {
    return devices.findHealth(ROOF).orElseThrow();
  }
}
