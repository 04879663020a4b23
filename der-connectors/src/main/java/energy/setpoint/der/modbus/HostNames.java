package energy.setpoint.der.modbus;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks up host names on a thread of their own. A look-up is a native call that a virtual thread
 * cannot leave: a slow name server would take the carrier threads away from everybody else.
 */
final class HostNames {

  private HostNames() {}

  /**
   * The address of a host name or literal.
   *
   * @throws IOException when the name is unknown or the name server does not answer in time
   */
  static InetAddress resolve(String host, Duration timeout) throws IOException {
    CompletableFuture<InetAddress> answer = new CompletableFuture<>();
    Thread.ofPlatform().daemon().name("look up " + host).start(() -> lookUp(host, answer));
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException("unknown host " + host, e);
    } catch (TimeoutException e) {
      throw new IOException("no answer from the name server about " + host, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("closed");
    }
  }

  private static void lookUp(String host, CompletableFuture<InetAddress> answer) {
    try {
      answer.complete(InetAddress.getByName(host));
    } catch (UnknownHostException e) {
      answer.completeExceptionally(e);
    }
  }
}
