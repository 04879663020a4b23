package energy.setpoint.der.template;

import java.time.Duration;

/**
 * How an MQTT device says that it took a command.
 *
 * @param topic where it says so
 * @param qos quality of service of the subscription, 0 to 2
 * @param within how long it may take, from the command on; site time
 * @param retries how often a command is repeated before it counts as failed, 0 to 10
 */
public record Acknowledgement(
    TopicText topic, int qos, Expected expected, Duration within, int retries) {

  /** What the device must say. */
  public sealed interface Expected {}

  /**
   * These words.
   *
   * @param payload may contain {@link SetpointTopic#VALUE}, the number that was sent
   */
  public record Words(String payload) implements Expected {}

  /**
   * The power that it now follows.
   *
   * @param toleranceW the largest difference that counts as equal, in W
   */
  public record Echo(TopicPoint point, double toleranceW) implements Expected {}
}
