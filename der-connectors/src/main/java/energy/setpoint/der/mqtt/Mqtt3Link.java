package energy.setpoint.der.mqtt;

import energy.setpoint.der.device.Reason;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection in MQTT 3.1.1. */
final class Mqtt3Link implements MqttLink, MqttCallback {

  private static final Logger log = LoggerFactory.getLogger(Mqtt3Link.class);

  private final MqttAsyncClient client;
  private final LinkTerms terms;
  private final CompletableFuture<String> lost = new CompletableFuture<>();

  private Mqtt3Link(MqttAsyncClient client, LinkTerms terms) {
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
      String id = MqttAsyncClient.generateClientId();
      var client = new MqttAsyncClient(terms.url(), id, new MemoryPersistence());
      Mqtt3Link link = new Mqtt3Link(client, terms);
      link.open();
      return link;
    } catch (MqttException e) {
      throw new BrokerRefusal(e, false);
    }
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

  private MqttConnectOptions options() {
    MqttConnectOptions options = new MqttConnectOptions();
    options.setSocketFactory(terms.sockets());
    options.setHttpsHostnameVerificationEnabled(true);
    options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
    options.setCleanSession(true);
    options.setAutomaticReconnect(false);
    options.setConnectionTimeout(Math.toIntExact(ANSWER_WITHIN.toSeconds()));
    options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
    options.setMaxInflight(1000);
    terms
        .credentials()
        .ifPresent(it -> {
          options.setUserName(it.user());
          options.setPassword(it.password());
        });
    terms
        .status()
        .map(SiteStatus::offline)
        .ifPresent(it -> options.setWill(it.topic(), it.bytes(), it.qos(), it.retained()));
    return options;
  }

  private void subscribe() throws MqttException {
    if (terms.subscriptions().isEmpty()) {
      return;
    }
    IMqttToken token = client.subscribe(terms.topics(), terms.qualities());
    token.waitForCompletion(ANSWER_WITHIN.toMillis());
    for (int granted : token.getGrantedQos()) {
      if (granted >= FIRST_REFUSAL) {
        throw new MqttException(MqttException.REASON_CODE_SUBSCRIBE_FAILED);
      }
    }
  }

  @Override
  public String version() {
    return "MQTT 3.1.1";
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
      client.publish(
          message.topic(),
          message.bytes(),
          message.qos(),
          message.retained(),
          null,
          completing(taken));
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

  private static IMqttActionListener completing(CompletableFuture<Void> taken) {
    return new IMqttActionListener() {
      @Override
      public void onSuccess(IMqttToken token) {
        taken.complete(null);
      }

      @Override
      public void onFailure(IMqttToken token, Throwable cause) {
        taken.completeExceptionally(cause);
      }
    };
  }

  @Override
  public void connectionLost(@Nullable Throwable cause) {
    lost.complete(cause == null ? "connection lost" : Reason.of(cause));
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
  public void deliveryComplete(IMqttDeliveryToken token) {
    // Each publish listens for its own token.
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
