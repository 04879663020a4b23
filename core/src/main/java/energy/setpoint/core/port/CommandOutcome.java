package energy.setpoint.core.port;

/** What became of a command to a device. */
public sealed interface CommandOutcome {

  /** The device, or the broker in front of it, took the command. */
  record Applied() implements CommandOutcome {}

  /** The device may or may not follow the command. */
  record Failed(String reason) implements CommandOutcome {}
}
