package energy.setpoint.ocpp.proxy.upstream;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Finds the address of the CSMS in a thread of its own, for the system's lookup may take long and
 * knows no deadline. Whoever asks meanwhile shares the lookup that is under way; one that came too
 * late for a dialler is remembered by the system for the next.
 */
final class HostLookup extends AddressResolverGroup<InetSocketAddress> {

  private final Names names;
  private final Duration deadline;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("csms-lookup").factory());
  private Optional<UnderWay> underWay = Optional.empty();

  /** The system's lookup, which may block. */
  interface Names {
    InetAddress[] allByName(String host) throws UnknownHostException;
  }

  private record UnderWay(String host, CompletableFuture<List<InetAddress>> addresses) {}

  /**
   * @param deadline after which a dialler gives up
   */
  HostLookup(Names names, Duration deadline) {
    this.names = names;
    this.deadline = deadline;
  }

  @Override
  protected AddressResolver<InetSocketAddress> newResolver(EventExecutor loop) {
    return new Resolver(loop).asAddressResolver();
  }

  private synchronized CompletionStage<List<InetAddress>> find(String host) {
    Optional<UnderWay> shared =
        underWay.filter(it -> it.host().equals(host) && !it.addresses().isDone());
    UnderWay lookup =
        shared.orElseGet(
            () -> new UnderWay(host, CompletableFuture.supplyAsync(() -> lookUp(host), thread)));
    underWay = Optional.of(lookup);
    return lookup.addresses();
  }

  private List<InetAddress> lookUp(String host) {
    try {
      return List.of(names.allByName(host));
    } catch (UnknownHostException e) {
      return List.of();
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    super.close();
  }

  private final class Resolver extends InetNameResolver {

    private final EventExecutor loop;

    Resolver(EventExecutor loop) {
      super(loop);
      this.loop = loop;
    }

    @Override
    protected void doResolve(String host, Promise<InetAddress> promise) {
      Promise<List<InetAddress>> all = loop.newPromise();
      all.addListener(done -> {
        if (done.isSuccess()) {
          promise.trySuccess(all.getNow().getFirst());
        } else {
          promise.tryFailure(done.cause());
        }
      });
      doResolveAll(host, all);
    }

    @Override
    protected void doResolveAll(String host, Promise<List<InetAddress>> promise) {
      loop.schedule(
          () -> promise.tryFailure(unknown(host, "was not found within " + deadline)),
          deadline.toMillis(),
          TimeUnit.MILLISECONDS);
      find(host)
          .whenComplete((found, error) -> {
            if (error == null && !found.isEmpty()) {
              promise.trySuccess(found);
            } else {
              promise.tryFailure(unknown(host, "is not known"));
            }
          });
    }

    private static UnknownHostException unknown(String host, String why) {
      return new UnknownHostException("The host " + host + " of the CSMS " + why + ".");
    }
  }
}
