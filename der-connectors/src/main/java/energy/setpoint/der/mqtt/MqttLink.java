package energy.setpoint.der.mqtt;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * One connection to a broker from its beginning to its end, in one version of MQTT. A new client
 * for each connection: nothing that was in flight may be repeated later, least of all a setpoint.
 */
interface MqttLink {

  /** For each answer of the broker. */
  Duration ANSWER_WITHIN = Duration.ofSeconds(5);

  /** For the last words to a broker. */
  Duration GOODBYE_WITHIN = Duration.ofMillis(500);

  /** Notices within 15 s that a broker has vanished without a word. */
  int KEEP_ALIVE_SECONDS = 10;

  /**
   * Answers of this number and above are refusals (MQTT 3.1.1 section 3.9.3, MQTT 5 section 2.4).
   */
  int FIRST_REFUSAL = 0x80;

  /** What people call the version. */
  String version();

  /** Waits for the end of the connection and tells its cause. */
  String awaitLoss() throws InterruptedException;

  /** Ends the waiting for the end. */
  void leave();

  /** Completes when the broker has agreed; fails when it does not within seconds. */
  CompletableFuture<Void> subscribe(String topic, int qos);

  /** Completes when the broker has taken the message; fails when it does not within seconds. */
  CompletableFuture<Void> publish(Outgoing message);

  /** Ends the connection and all threads of the client. */
  void close();
}
