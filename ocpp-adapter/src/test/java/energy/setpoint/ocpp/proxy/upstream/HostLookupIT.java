package energy.setpoint.ocpp.proxy.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.rpc.transport.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Where the CSMS is, is asked in a thread of its own. */
class HostLookupIT {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final UpstreamDialer.Request REQUEST =
      new UpstreamDialer.Request(new StationId("CP1"), List.of("ocpp1.6"), Optional.empty());

  private final CountDownLatch answered = new CountDownLatch(1);
  private final AtomicInteger questions = new AtomicInteger();

  @Test
  void givesUpInTimeThoughTheSystemAnswersNobody() throws InterruptedException {
    try (var dialer = dialer("csms.example", 9)) {
      var one = new Heard();
      var other = new Heard();

      dialer.dial(REQUEST, one);
      dialer.dial(REQUEST, other);

      assertThat(one.next()).contains("csms.example", "not found within");
      assertThat(other.next()).contains("not found within");
      assertThat(questions).as("both share one lookup").hasValue(1);
    } finally {
      answered.countDown();
    }
  }

  @Test
  void reachesTheHostAsSoonAsTheSystemHasFoundIt() throws Exception {
    try (var csms = new ServerSocket()) {
      csms.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      answered.countDown();
      try (var dialer = dialer("csms.example", csms.getLocalPort())) {

        dialer.dial(REQUEST, new Heard());

        csms.setSoTimeout(Math.toIntExact(LONG.toMillis()));
        assertThat(csms.accept().isConnected()).isTrue();
      }
    }
  }

  @Test
  void saysThatNobodyKnowsTheHost() throws InterruptedException {
    answered.countDown();
    try (var dialer = dialer("nowhere.example", 9)) {
      var heard = new Heard();

      dialer.dial(REQUEST, heard);

      assertThat(heard.next()).contains("nowhere.example", "is not known");
    }
  }

  /** With one thread, which a lookup in it would block for all. */
  private NettyDialer dialer(String host, int port) {
    var address =
        new UpstreamAddress(
            URI.create("ws://" + host + ":" + port), Optional.empty(), Duration.ofSeconds(4));
    return new NettyDialer(address, 1, LONG, this::slowly);
  }

  private InetAddress[] slowly(String host) throws UnknownHostException {
    questions.incrementAndGet();
    try {
      answered.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (host.startsWith("nowhere")) {
      throw new UnknownHostException(host);
    }
    return new InetAddress[] {InetAddress.getLoopbackAddress()};
  }

  private static final class Heard implements UpstreamListener {

    private final BlockingQueue<String> failures = new LinkedBlockingQueue<>();

    String next() throws InterruptedException {
      return String.valueOf(failures.poll(LONG.toSeconds(), TimeUnit.SECONDS));
    }

    @Override
    public void opened(Transport csms, String subprotocol) {}

    @Override
    public void failed(OptionalInt status, String reason) {
      failures.add(reason);
    }

    @Override
    public void receive(String text) {}

    @Override
    public void closed(String reason) {}
  }
}
