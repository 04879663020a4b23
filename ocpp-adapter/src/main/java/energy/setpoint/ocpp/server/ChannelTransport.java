package energy.setpoint.ocpp.server;

import energy.setpoint.ocpp.rpc.transport.Transport;
import energy.setpoint.ocpp.stats.OcppCounters;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.concurrent.RejectedExecutionException;

/** Sends over a WebSocket; all work of the connection is done in its event loop. */
final class ChannelTransport implements Transport {

  private final Channel channel;
  private final OcppCounters counters;
  private final int maxUnreadBytes;

  ChannelTransport(Channel channel, OcppCounters counters, int maxUnreadBytes) {
    this.channel = channel;
    this.counters = counters;
    this.maxUnreadBytes = maxUnreadBytes;
  }

  @Override
  public void send(String text) {
    if (Farewell.isSaid(channel)) {
      return;
    }
    channel.writeAndFlush(new TextWebSocketFrame(text), channel.voidPromise());
    if (!channel.isWritable() && unreadBytes() > maxUnreadBytes) {
      counters.connectionClosed("too much unread");
      Farewell.say(channel, Farewell.POLICY_VIOLATION, "too much unread");
    }
  }

  /** What Netty tells is how much must go before the low water mark is reached. */
  private long unreadBytes() {
    return channel.bytesBeforeWritable() + channel.config().getWriteBufferLowWaterMark();
  }

  @Override
  public void close(int code, String reason) {
    counters.connectionClosed(reason);
    Farewell.say(channel, code, reason);
  }

  @Override
  public void execute(Runnable work) {
    if (channel.eventLoop().inEventLoop()) {
      work.run();
      return;
    }
    try {
      channel.eventLoop().execute(work);
    } catch (RejectedExecutionException e) {
      // The server is shut down: who waits for an outcome shall still get one.
      work.run();
    }
  }
}
