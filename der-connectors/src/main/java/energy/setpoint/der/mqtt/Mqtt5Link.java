package energy.setpoint.der.mqtt;

import energy.setpoint.der.device.Reason;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection in MQTT 5. */
final class Mqtt5Link implements MqttLink, MqttCallback {

  private static final Logger log = LoggerFactory.getLogger(Mqtt5Link.class);

  private final MqttAsyncClient client;
  private final LinkTerms terms;
  private final CompletableFuture<String> lost = new CompletableFuture<>();

  private Mqtt5Link(MqttAsyncClient client, LinkTerms terms) {
    this.client = client;
    this.terms = terms;
  }

  /**
   * Connects and subscribes.
   *
   * @throws BrokerRefusal when the broker is not there or refuses
   */
  static MqttLink open(LinkTerms terms) throws BrokerRefusal {
    try {
      // No name: the broker gives one (MQTT 5 section 3.1.3.1).
      String id = "";
      var client = new MqttAsyncClient(terms.url(), id, new MemoryPersistence());
      Mqtt5Link link = new Mqtt5Link(client, terms);
      link.open();
      return link;
    } catch (MqttException e) {
      throw new BrokerRefusal(e, isPerhapsVersion(e));
    }
  }

  private static boolean isPerhapsVersion(MqttException e) {
    return switch (e.getReasonCode()) {
      case MqttClientException.REASON_CODE_CONNECTION_LOST,
          MqttClientException.REASON_CODE_INVALID_PROTOCOL_VERSION,
          MqttException.REASON_CODE_MALFORMED_PACKET,
          MqttException.REASON_CODE_INVALID_RETURN_CODE,
          MqttReturnCode.RETURN_CODE_MALFORMED_CONTROL_PACKET,
          MqttReturnCode.RETURN_CODE_PROTOCOL_ERROR,
          MqttReturnCode.RETURN_CODE_UNSUPPORTED_PROTOCOL_VERSION ->
          true;
      default -> false;
    };
  }

  private void open() throws MqttException {
    try {
      client.setCallback(this);
      client.connect(options()).waitForCompletion(ANSWER_WITHIN.toMillis());
      subscribe();
      terms.status().ifPresent(it -> publish(it.online()));
    } catch (MqttException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private MqttConnectionOptions options() {
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setSocketFactory(terms.sockets());
    options.setHttpsHostnameVerificationEnabled(true);
    options.setCleanStart(true);
    options.setSessionExpiryInterval(0L);
    options.setAutomaticReconnect(false);
    options.setConnectionTimeout(Math.toIntExact(ANSWER_WITHIN.toSeconds()));
    options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
    terms
        .credentials()
        .ifPresent(it -> {
          options.setUserName(it.user());
          options.setPassword(new String(it.password()).getBytes(StandardCharsets.UTF_8));
        });
    terms.status().map(SiteStatus::offline).ifPresent(it -> options.setWill(it.topic(), wire(it)));
    return options;
  }

  private static MqttMessage wire(Outgoing message) {
    return new MqttMessage(
        message.bytes(), message.qos(), message.retained(), new MqttProperties());
  }

  private void subscribe() throws MqttException {
    if (terms.subscriptions().isEmpty()) {
      return;
    }
    IMqttToken token = client.subscribe(terms.topics(), terms.qualities());
    token.waitForCompletion(ANSWER_WITHIN.toMillis());
    int refusal = refusal(token);
    if (refusal >= FIRST_REFUSAL) {
      throw new MqttException(refusal);
    }
  }

  @Override
  public String version() {
    return "MQTT 5";
  }

  @Override
  public String awaitLoss() throws InterruptedException {
    try {
      return lost.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void leave() {
    lost.complete("closed");
  }

  @Override
  public CompletableFuture<Void> publish(Outgoing message) {
    CompletableFuture<Void> taken = new CompletableFuture<>();
    try {
      client.publish(message.topic(), wire(message), null, completing(taken));
    } catch (MqttException e) {
      taken.completeExceptionally(e);
    }
    return taken.orTimeout(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public CompletableFuture<Void> subscribe(String topic, int qos) {
    CompletableFuture<Void> agreed = new CompletableFuture<>();
    try {
      client.subscribe(topic, qos, null, completing(agreed));
    } catch (MqttException e) {
      agreed.completeExceptionally(e);
    }
    return agreed.orTimeout(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static MqttActionListener completing(CompletableFuture<Void> taken) {
    return new MqttActionListener() {
      @Override
      public void onSuccess(IMqttToken token) {
        int refusal = refusal(token);
        if (refusal < FIRST_REFUSAL) {
          taken.complete(null);
        } else {
          taken.completeExceptionally(new MqttException(refusal));
        }
      }

      @Override
      public void onFailure(IMqttToken token, Throwable cause) {
        taken.completeExceptionally(cause);
      }
    };
  }

  /** The worst of the reasons that an answer gives; 0 where it gives none. */
  private static int refusal(IMqttToken token) {
    if (token.getResponse() == null) {
      return 0;
    }
    return IntStream.of(token.getReasonCodes()).max().orElse(0);
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {
    MqttException cause = response.getException();
    lost.complete(cause == null ? "connection ended by the broker" : Reason.of(cause));
  }

  @Override
  public void mqttErrorOccurred(MqttException exception) {
    log.warn("{} broke MQTT 5: {}", terms.url(), Reason.of(exception));
  }

  /** An exception here would make Paho close the connection, so none leaves. */
  @Override
  public void messageArrived(String topic, MqttMessage message) {
    try {
      terms.listener().hear(topic, message.getPayload(), message.isRetained());
    } catch (RuntimeException e) {
      log.error("A message on {} could not be processed", topic, e);
    }
  }

  @Override
  public void deliveryComplete(IMqttToken token) {
    // Each publish listens for its own token.
  }

  @Override
  public void connectComplete(boolean reconnect, String url) {
    // The one who connects waits for it.
  }

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {
    log.warn("{} asks for an enhanced authentication, which is not supported", terms.url());
  }

  @Override
  public void close() {
    leave();
    try {
      if (client.isConnected()) {
        // A proper goodbye cancels the last will, so it is said here.
        terms.status().ifPresent(it -> publish(it.offline()));
        client.disconnect(GOODBYE_WITHIN.toMillis()).waitForCompletion(GOODBYE_WITHIN.toMillis());
      }
    } catch (MqttException e) {
      log.debug("The broker did not take the goodbye", e);
    }
    try {
      // A client that still waits for the broker's first word cannot be closed in any other way.
      client.disconnectForcibly(0, GOODBYE_WITHIN.toMillis(), false);
      client.close(true);
    } catch (MqttException e) {
      log.debug("Nothing left to close", e);
    }
  }
}
