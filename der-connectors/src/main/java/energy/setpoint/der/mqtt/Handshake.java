package energy.setpoint.der.mqtt;

import energy.setpoint.der.device.BrokerAddress;
import energy.setpoint.der.device.BrokerAddress.Login;
import energy.setpoint.der.device.BrokerAddress.Protocol;
import energy.setpoint.der.mqtt.LinkTerms.Credentials;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import javax.net.SocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Enters a broker in the version of MQTT that it speaks. A broker of MQTT 3.1.1 hangs up on MQTT 5
 * or refuses its version (MQTT 5 section 3.1.2.2), and is then asked again in 3.1.1; what worked is
 * tried first the next time.
 */
final class Handshake {

  private static final Logger log = LoggerFactory.getLogger(Handshake.class);

  private final BrokerAddress broker;
  private final Optional<SiteStatus> status;
  private Protocol next;

  Handshake(BrokerAddress broker, Optional<SiteStatus> status) {
    this.broker = broker;
    this.status = status;
    this.next = broker.protocol() == Protocol.MQTT_3_1_1 ? Protocol.MQTT_3_1_1 : Protocol.MQTT_5;
    if (broker.login().isPresent() && !broker.isEncrypted()) {
      log.warn("The password for {} travels in clear; use mqtts://", broker.url());
    }
  }

  /**
   * Connects and subscribes. Passwords and certificates are read anew each time.
   *
   * @throws BrokerRefusal when the broker is not there or refuses
   * @throws IOException when the password or a certificate cannot be read
   * @throws GeneralSecurityException when a certificate or key is none
   */
  MqttLink open(Map<String, Integer> subscriptions, MessageSink listener)
      throws BrokerRefusal, IOException, GeneralSecurityException {
    LinkTerms terms =
        new LinkTerms(broker.url(), sockets(), credentials(), subscriptions, status, listener);
    try {
      return open(terms);
    } catch (BrokerRefusal e) {
      if (broker.protocol() != Protocol.AUTO) {
        throw e;
      }
      if (next == Protocol.MQTT_3_1_1) {
        // Perhaps it is another broker now.
        next = Protocol.MQTT_5;
        throw e;
      }
      if (!e.isPerhapsVersion()) {
        throw e;
      }
      return fallBack(terms, e);
    }
  }

  private MqttLink fallBack(LinkTerms terms, BrokerRefusal refusal) throws BrokerRefusal {
    MqttLink older = Mqtt3Link.open(terms);
    log.info(
        "{} does not speak MQTT 5 ({}), so MQTT 3.1.1 is spoken", broker.url(), refusal.reason());
    next = Protocol.MQTT_3_1_1;
    return older;
  }

  private MqttLink open(LinkTerms terms) throws BrokerRefusal {
    return next == Protocol.MQTT_3_1_1 ? Mqtt3Link.open(terms) : Mqtt5Link.open(terms);
  }

  private SocketFactory sockets() throws IOException, GeneralSecurityException {
    return broker.isEncrypted() ? new TlsSockets(broker).factory() : new PatientSockets();
  }

  private Optional<Credentials> credentials() throws IOException {
    if (broker.login().isEmpty()) {
      return Optional.empty();
    }
    Login login = broker.login().get();
    return Optional.of(new Credentials(login.user(), login.password().read()));
  }
}
