package energy.setpoint.der.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Commands on their way from any thread to the one that talks to the device. The last one wins;
 * none is left without an outcome.
 */
public final class CommandInbox {

  private @Nullable Command arriving;
  private boolean closed;

  /** Leaves a command for the device; the one that waits already is overtaken. */
  public synchronized void put(Command next) {
    if (closed) {
      next.failed("The engine stops.");
      return;
    }
    if (arriving != null) {
      arriving.overtaken();
    }
    arriving = next;
  }

  public synchronized Optional<Command> take() {
    Optional<Command> taken = Optional.ofNullable(arriving);
    arriving = null;
    return taken;
  }

  public synchronized boolean isEmpty() {
    return arriving == null;
  }

  /** Refuses what waits and what is still to come. */
  public synchronized void close() {
    closed = true;
    take().ifPresent(it -> it.failed("The engine stops."));
  }
}
