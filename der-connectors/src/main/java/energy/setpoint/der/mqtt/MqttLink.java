package energy.setpoint.der.mqtt;

import energy.setpoint.der.device.Reason;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
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

/**
 * One connection to a broker from its beginning to its end. A new client for each connection:
 * nothing that was in flight may be repeated later, least of all a setpoint.
 */
final class MqttLink implements MqttCallback {

  private static final Logger log = LoggerFactory.getLogger(MqttLink.class);

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
  private static final Duration GOODBYE_WITHIN = Duration.ofMillis(500);
  // Notices within 15 s that a broker has vanished without a word.
  private static final int KEEP_ALIVE_SECONDS = 10;
  private static final int AT_LEAST_ONCE = 1;
  private static final int REFUSED_SUBSCRIPTION = 0x80;

  private final MqttAsyncClient client;
  private final BiConsumer<String, byte[]> listener;
  private final CompletableFuture<String> lost = new CompletableFuture<>();

  private MqttLink(MqttAsyncClient client, BiConsumer<String, byte[]> listener) {
    this.client = client;
    this.listener = listener;
  }

  /**
   * Connects and subscribes.
   *
   * @param listener gets topic and payload, on a thread of the client, which it must not block
   * @throws MqttException when the broker is not there or refuses
   */
  static MqttLink open(String url, Collection<String> topics, BiConsumer<String, byte[]> listener)
      throws MqttException {
    MqttAsyncClient client =
        new MqttAsyncClient(url, MqttAsyncClient.generateClientId(), new MemoryPersistence());
    MqttLink link = new MqttLink(client, listener);
    try {
      client.setCallback(link);
      client.connect(options(url)).waitForCompletion(ANSWER_WITHIN.toMillis());
      link.subscribe(topics.toArray(String[]::new));
      return link;
    } catch (MqttException | RuntimeException e) {
      link.close();
      throw e;
    }
  }

  private static MqttConnectOptions options(String url) {
    MqttConnectOptions options = new MqttConnectOptions();
    if (url.startsWith("tcp:") || url.startsWith("ws:")) {
      options.setSocketFactory(new PatientSockets());
    }
    options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
    options.setCleanSession(true);
    options.setAutomaticReconnect(false);
    options.setConnectionTimeout(Math.toIntExact(ANSWER_WITHIN.toSeconds()));
    options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
    options.setMaxInflight(1000);
    return options;
  }

  private void subscribe(String[] topics) throws MqttException {
    if (topics.length == 0) {
      return;
    }
    // At most once: a measurement that comes late is worth less than none.
    int[] qos = new int[topics.length];
    IMqttToken token = client.subscribe(topics, qos);
    token.waitForCompletion(ANSWER_WITHIN.toMillis());
    for (int granted : token.getGrantedQos()) {
      if (granted == REFUSED_SUBSCRIPTION) {
        throw new MqttException(MqttException.REASON_CODE_SUBSCRIBE_FAILED);
      }
    }
  }

  /** Waits for the end of the connection and tells its cause. */
  String awaitLoss() throws InterruptedException {
    try {
      return lost.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends the waiting for the end. */
  void leave() {
    lost.complete("closed");
  }

  /** Completes when the broker has taken the message; fails when it does not within seconds. */
  CompletableFuture<Void> publish(String topic, byte[] payload) {
    CompletableFuture<Void> taken = new CompletableFuture<>();
    try {
      client.publish(topic, payload, AT_LEAST_ONCE, false, null, completing(taken));
    } catch (MqttException e) {
      taken.completeExceptionally(e);
    }
    return taken.orTimeout(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
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
    if (message.isRetained()) {
      log.debug("Passed over the retained message on {}: nobody knows how old it is", topic);
      return;
    }
    try {
      listener.accept(topic, message.getPayload());
    } catch (RuntimeException e) {
      log.error("A message on {} could not be processed", topic, e);
    }
  }

  @Override
  public void deliveryComplete(IMqttDeliveryToken token) {
    // Each publish listens for its own token.
  }

  /** Ends the connection and all threads of the client. */
  void close() {
    leave();
    try {
      if (client.isConnected()) {
        client.disconnect(0).waitForCompletion(GOODBYE_WITHIN.toMillis());
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
