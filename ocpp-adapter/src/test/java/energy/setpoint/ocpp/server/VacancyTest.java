package energy.setpoint.ocpp.server;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.FakeDialect;
import energy.setpoint.ocpp.server.Reception.Seat;
import energy.setpoint.ocpp.server.Reception.Welcome;
import energy.setpoint.ocpp.stats.OcppCounters;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A seat that is not taken is given up, with whatever was opened for it. */
class VacancyTest {

  private static final StationId CP1 = new StationId("CP1");

  private final List<String> vacated = new ArrayList<>();
  private final OcppCounters counters = new OcppCounters();

  @Test
  void isGivenUpWhenTheAnswerToTheHandshakeCannotBeWritten() {
    var channel =
        new EmbeddedChannel(
            new BrokenWire(), new HttpRequestDecoder(), new HttpResponseEncoder(), upgrade());
    var request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/ocpp/CP1");
    request.headers().set("Upgrade", "websocket").set("Connection", "Upgrade");
    request.headers().set("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");

    channel.pipeline().context(HttpResponseEncoder.class).fireChannelRead(request);

    assertThat(vacated).containsExactly("CP1");
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void isGivenUpWhenTheHandshakeIsMalformed() {
    var channel =
        new EmbeddedChannel(new HttpRequestDecoder(), new HttpResponseEncoder(), upgrade());
    var request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/ocpp/CP1");

    channel.pipeline().context(HttpResponseEncoder.class).fireChannelRead(request);

    assertThat(vacated).containsExactly("CP1");
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void isGivenUpWhenItCannotBeTaken() {
    Seat broken =
        (transport, alarm) -> {
          throw new IllegalStateException("no seat");
        };
    var channel =
        new EmbeddedChannel(
            new StationChannel(ConnectionLimits.DEFAULT, CP1, seated(broken), counters));

    channel.pipeline().fireUserEventTriggered(StationChannel.Start.NOW);

    assertThat(vacated).containsExactly("CP1");
  }

  private SimpleChannelInboundHandler<FullHttpRequest> upgrade() {
    Seat unused =
        (transport, alarm) -> {
          throw new AssertionError("The handshake is not done.");
        };
    return new SimpleChannelInboundHandler<>() {
      @Override
      protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
        new Upgrade(ConnectionLimits.DEFAULT, counters).seat(ctx, request, CP1, seated(unused));
      }
    };
  }

  private Welcome.Seated seated(Seat seat) {
    return new Welcome.Seated(
        new FakeDialect("ocpp1.6", false), seat, () -> vacated.add(CP1.value()));
  }

  /** The station is gone, but nobody knows yet. */
  private static final class BrokenWire extends ChannelOutboundHandlerAdapter {
    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
      promise.setFailure(new IOException("broken pipe"));
    }
  }
}
