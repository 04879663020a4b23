package energy.setpoint.ocpp.proxy.upstream;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;

/** Opens WebSocket connections to the CSMS. */
public final class NettyDialer implements UpstreamDialer, AutoCloseable {

  /** As long as those that stations may send. */
  private static final int MAX_FRAME_BYTES = 256 * 1024;

  /** The answer to a handshake has next to no body. */
  private static final int MAX_BODY = 16 * 1024;

  private static final Duration SILENCE = Duration.ofSeconds(30);

  /** The lookup of a host comes on top of connection and handshake, and must not take as long. */
  private static final int LOOKUPS_PER_TIMEOUT = 4;

  private static final long GOODBYE_MILLIS = 2_000;

  private final UpstreamAddress address;
  private final Optional<SslContext> tls;
  private final EventLoopGroup loops;
  private final HostLookup lookup;
  private final Duration silence;

  /**
   * @throws IllegalArgumentException when the trust store cannot be used
   */
  public NettyDialer(UpstreamAddress address, int threads) {
    this(address, threads, SILENCE);
  }

  /**
   * @param silence after which the CSMS is pinged
   * @throws IllegalArgumentException when the trust store cannot be used
   */
  public NettyDialer(UpstreamAddress address, int threads, Duration silence) {
    this(address, threads, silence, InetAddress::getAllByName);
  }

  /**
   * @param names finds addresses of hosts, and may block
   */
  NettyDialer(UpstreamAddress address, int threads, Duration silence, HostLookup.Names names) {
    this.silence = silence;
    this.address = address;
    this.lookup = new HostLookup(names, address.timeout().dividedBy(LOOKUPS_PER_TIMEOUT));
    this.tls = address.isEncrypted() ? Optional.of(tls(address.trustStore())) : Optional.empty();
    this.loops =
        new MultiThreadIoEventLoopGroup(
            threads, new DefaultThreadFactory("csms", true), NioIoHandler.newFactory());
  }

  private static SslContext tls(Optional<Path> trustStore) {
    try {
      SslContextBuilder client = SslContextBuilder.forClient();
      trustStore.ifPresent(file -> client.trustManager(file.toFile()));
      return client.build();
    } catch (SSLException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The certificates that the CSMS is trusted by cannot be used: "
              + trustStore.map(Path::toString).orElse("those of the Java runtime")
              + ". Maybe the file is missing, or not in PEM.",
          e);
    }
  }

  @Override
  public void dial(Request request, UpstreamListener listener) {
    ChannelFuture connecting =
        new Bootstrap()
            .group(loops)
            .channel(NioSocketChannel.class)
            .resolver(lookup)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.SO_KEEPALIVE, true)
            .option(
                ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(address.timeout().toMillis()))
            .handler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    ready(channel, request, listener);
                  }
                })
            .connect(address.base().getHost(), address.port());
    connecting.addListener(done -> {
      if (!done.isSuccess()) {
        listener.failed(OptionalInt.empty(), String.valueOf(done.cause().getMessage()));
      }
    });
  }

  private void ready(SocketChannel channel, Request request, UpstreamListener listener) {
    tls.ifPresent(context -> channel.pipeline().addLast(encryption(context, channel)));
    WebSocketClientProtocolConfig config =
        WebSocketClientProtocolConfig.newBuilder()
            .webSocketUri(address.of(request.station().value()))
            .version(WebSocketVersion.V13)
            .subprotocol(String.join(",", request.subprotocols()))
            .customHeaders(headers(request))
            .maxFramePayloadLength(MAX_FRAME_BYTES)
            .handshakeTimeoutMillis(address.timeout().toMillis())
            .handleCloseFrames(false)
            // A quiet CSMS gives no other sign of life.
            .dropPongFrames(false)
            .build();
    var webSocket = new WebSocketClientProtocolHandler(config);
    channel
        .pipeline()
        .addLast(
            new HttpClientCodec(),
            new HttpObjectAggregator(MAX_BODY),
            webSocket,
            new WebSocketFrameAggregator(MAX_FRAME_BYTES),
            new IdleStateHandler(silence.toMillis(), 0, 0, TimeUnit.MILLISECONDS),
            new UpstreamChannel(webSocket, listener));
  }

  private SslHandler encryption(SslContext context, SocketChannel channel) {
    SslHandler handler =
        context.newHandler(channel.alloc(), address.base().getHost(), address.port());
    handler.setHandshakeTimeoutMillis(address.timeout().toMillis());
    SSLEngine engine = handler.engine();
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    engine.setSSLParameters(parameters);
    return handler;
  }

  private static HttpHeaders headers(Request request) {
    HttpHeaders headers = new DefaultHttpHeaders();
    request.authorization().ifPresent(it -> headers.set(HttpHeaderNames.AUTHORIZATION, it));
    return headers;
  }

  @Override
  public void close() {
    loops
        .shutdownGracefully(0, GOODBYE_MILLIS, TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(2 * GOODBYE_MILLIS);
    lookup.close();
  }
}
