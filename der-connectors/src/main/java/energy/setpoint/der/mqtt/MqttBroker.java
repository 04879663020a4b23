package energy.setpoint.der.mqtt;

import energy.setpoint.der.device.Backoff;
import energy.setpoint.der.device.BrokerAddress;
import energy.setpoint.der.device.DeviceFeed;
import energy.setpoint.der.device.Pace;
import energy.setpoint.der.device.Reason;
import energy.setpoint.der.template.Transport;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One broker and the devices behind it. Its thread connects, subscribes, waits for the connection
 * to break and begins again, with growing pauses while the broker is away.
 */
public final class MqttBroker implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(MqttBroker.class);
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private final Handshake handshake;
  private final String url;
  private final Pace pace;
  private final List<DeviceFeed> feeds = new ArrayList<>();
  private final List<ListenedDevice> devices = new ArrayList<>();
  private final List<TopicListener> listeners = new ArrayList<>();
  private final List<Runnable> whenConnected = new CopyOnWriteArrayList<>();
  private final Thread thread;
  // No interrupts: Paho swallows some, and leaves threads behind when it is interrupted early.
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile @Nullable MqttLink link;

  /**
   * A broker that nobody listens to yet.
   *
   * @param statusTopic where the broker keeps whether we are there, {@code online} or {@code
   *     offline}
   */
  public MqttBroker(BrokerAddress address, Optional<String> statusTopic, Pace pace) {
    this.handshake = new Handshake(address, statusTopic.map(SiteStatus::new));
    this.url = address.url();
    this.pace = pace;
    this.thread = Thread.ofVirtual().name("mqtt " + url).unstarted(this::run);
  }

  /** Reads a device, from the start on. */
  public void read(DeviceFeed feed, Transport.Mqtt mqtt) {
    ListenedDevice device = new ListenedDevice(feed, mqtt);
    feeds.add(feed);
    devices.add(device);
    listeners.add(device);
    if (!mqtt.announced().isEmpty()) {
      listeners.add(new AnnouncedDevice(feed, mqtt, device, this));
    }
  }

  /** Listens for somebody, from the start on. */
  void add(TopicListener listener) {
    listeners.add(listener);
  }

  /** Starts listening; nobody may be added from now on. */
  public void start() {
    thread.start();
  }

  /** Something to do, quickly, each time a connection has been made. */
  void whenConnected(Runnable action) {
    whenConnected.add(action);
  }

  /** Completes when the broker has taken the message; fails at once without a connection. */
  CompletableFuture<Void> publish(Outgoing message) {
    MqttLink current = link;
    return current == null
        ? CompletableFuture.failedFuture(new IllegalStateException("no connection to " + url))
        : current.publish(message);
  }

  /** Listens to one more topic, now and whenever a connection is made; does not wait. */
  void listenTo(String topic, int qos) {
    MqttLink current = link;
    if (current != null) {
      var _ =
          current
              .subscribe(topic, qos)
              .exceptionally(failure -> {
                log.warn("Cannot listen to {} at {}: {}", topic, url, Reason.of(failure));
                return null;
              });
    }
  }

  private void run() {
    Backoff backoff = new Backoff();
    try {
      while (!isClosed()) {
        String reason = listen(backoff);
        if (!isClosed()) {
          feeds.forEach(it -> it.failed("broker " + url + ": " + reason));
          pause(backoff.next());
        }
      }
    } catch (InterruptedException e) {
      log.debug("No longer listening to {}", url);
    }
  }

  /** Holds one connection, or tries to, and tells why there is none any more. */
  private String listen(Backoff backoff) throws InterruptedException {
    try {
      return listenUntilLoss(backoff);
    } catch (BrokerRefusal e) {
      return e.reason();
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      return Reason.of(e);
    }
  }

  private String listenUntilLoss(Backoff backoff)
      throws BrokerRefusal, IOException, GeneralSecurityException, InterruptedException {
    Map<String, Integer> known = topics();
    MqttLink opened = handshake.open(known, this::hear);
    try {
      link = opened;
      Map<String, Integer> learnt = new HashMap<>(topics());
      learnt.keySet().removeAll(known.keySet());
      learnt.forEach(this::listenTo);
      if (isClosed()) {
        return "closed";
      }
      backoff.reset();
      log.info("Connected to {} by {}", url, opened.version());
      feeds.forEach(DeviceFeed::reached);
      whenConnected.forEach(Runnable::run);
      return opened.awaitLoss();
    } finally {
      link = null;
      opened.close();
    }
  }

  /** Where two listeners ask for the same topic, the better quality of service counts. */
  private Map<String, Integer> topics() {
    return listeners.stream()
        .flatMap(it -> it.qualities().entrySet().stream())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Math::max));
  }

  private void hear(String topic, byte[] payload, boolean retained) {
    for (TopicListener listener : listeners) {
      if (listener.qualities().containsKey(topic)) {
        listener.hear(topic, payload, retained);
      }
    }
  }

  private void pause(Duration siteTime) throws InterruptedException {
    if (closing.await(pace.wait(siteTime).toNanos(), TimeUnit.NANOSECONDS)) {
      log.debug("Closed while {} was away", url);
    }
  }

  private boolean isClosed() {
    return closing.getCount() == 0;
  }

  /** Disconnects; an attempt to connect that is under way ends by itself within seconds. */
  @Override
  public void close() {
    closing.countDown();
    devices.forEach(ListenedDevice::stop);
    MqttLink current = link;
    if (current != null) {
      current.leave();
    }
    try {
      thread.join(LAST_WORDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
