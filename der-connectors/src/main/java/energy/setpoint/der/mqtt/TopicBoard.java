package energy.setpoint.der.mqtt;

import energy.setpoint.der.device.Pace;
import energy.setpoint.der.device.Reason;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Retained values at a broker for everybody to read. They are looked at every few seconds, and only
 * what has changed is sent; all of it when the connection was made anew, since it may be another
 * broker that lost them.
 */
public final class TopicBoard implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(TopicBoard.class);
  private static final int AT_LEAST_ONCE = 1;

  private final MqttBroker broker;
  private final Pace pace;
  private final Map<String, String> shown = new HashMap<>();
  private final Semaphore bell = new Semaphore(0);
  private volatile boolean isBlank = true;
  private volatile boolean closed;

  /**
   * @param broker not started yet
   */
  public TopicBoard(MqttBroker broker, Pace pace) {
    this.broker = broker;
    this.pace = pace;
    broker.whenConnected(this::blank);
  }

  private void blank() {
    isBlank = true;
    bell.release();
  }

  /**
   * Keeps the board up to date until it is closed.
   *
   * @param values by topic; called on a thread of the board
   * @param every in the site's time
   */
  public void keep(Supplier<Map<String, String>> values, Duration every) {
    Thread.ofVirtual().name("mqtt board").start(() -> run(values, every));
  }

  private void run(Supplier<Map<String, String>> values, Duration every) {
    try {
      while (!closed) {
        show(values);
        if (bell.tryAcquire(pace.wait(every).toNanos(), TimeUnit.NANOSECONDS)) {
          bell.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      log.warn("The values at the broker are no longer kept up to date");
    }
  }

  /** One after the other: a broker that is slow is not buried. */
  private void show(Supplier<Map<String, String>> values) {
    if (isBlank) {
      isBlank = false;
      shown.clear();
    }
    try {
      for (Map.Entry<String, String> value : values.get().entrySet()) {
        String topic = value.getKey();
        String text = value.getValue();
        if (!closed && !text.equals(shown.get(topic))) {
          broker.publish(new Outgoing(topic, text, AT_LEAST_ONCE, true)).join();
          shown.put(topic, text);
        }
      }
    } catch (CompletionException e) {
      // What is missing is sent next time; the connection tells by itself that it is gone.
      log.debug("The broker did not take a value: {}", Reason.of(e));
    } catch (RuntimeException e) {
      log.error("The values for the broker could not be told", e);
    }
  }

  @Override
  public void close() {
    closed = true;
    bell.release();
  }
}
