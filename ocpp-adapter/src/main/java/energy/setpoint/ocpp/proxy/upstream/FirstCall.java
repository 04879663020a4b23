package energy.setpoint.ocpp.proxy.upstream;

import energy.setpoint.ocpp.rpc.transport.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * The connection to the CSMS that is opened before the station is taken in. What the CSMS says
 * until then waits here.
 */
public final class FirstCall implements UpstreamListener {

  /** What a CSMS may say before the station is there. */
  private static final int MAX_WAITING = 64;

  private static final int POLICY_VIOLATION = 1008;

  private final CompletableFuture<Result> result = new CompletableFuture<>();
  private final List<Consumer<UpstreamListener>> waiting = new ArrayList<>();
  private Optional<UpstreamListener> successor = Optional.empty();
  private Optional<Transport> csms = Optional.empty();

  /** What came of it. */
  public sealed interface Result {
    record Opened(String subprotocol) implements Result {}

    record Failed(OptionalInt status, String reason) implements Result {}
  }

  public CompletionStage<Result> result() {
    return result;
  }

  /** Who hears the rest, beginning with what has waited. */
  public synchronized void passTo(UpstreamListener listener) {
    successor = Optional.of(listener);
    waiting.forEach(it -> it.accept(listener));
    waiting.clear();
  }

  /** Nobody will come. */
  public synchronized void hangUp() {
    csms.ifPresent(it -> it.close(1000, "the station is gone"));
    waiting.clear();
  }

  @Override
  public void opened(Transport transport, String subprotocol) {
    synchronized (this) {
      csms = Optional.of(transport);
      pass(it -> it.opened(transport, subprotocol));
    }
    result.complete(new Result.Opened(subprotocol));
  }

  @Override
  public void failed(OptionalInt status, String reason) {
    result.complete(new Result.Failed(status, reason));
  }

  @Override
  public synchronized void receive(String text) {
    pass(it -> it.receive(text));
  }

  @Override
  public synchronized void closed(String reason) {
    pass(it -> it.closed(reason));
  }

  private void pass(Consumer<UpstreamListener> event) {
    if (successor.isPresent()) {
      event.accept(successor.get());
    } else if (waiting.size() < MAX_WAITING) {
      waiting.add(event);
    } else {
      csms.ifPresent(it -> it.close(POLICY_VIOLATION, "too much before the station is there"));
    }
  }
}
