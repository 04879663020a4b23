package energy.setpoint.der;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;

/**
 * A broker that speaks MQTT 5 and 3.1.1, as Moquette does not, on Netty's codec. It knows exact
 * topics, every quality of service, retained messages and last wills, and forgets all sessions.
 */
final class Mqtt5Server implements TestBroker {

  private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final Map<String, Mqtt5Session.Letter> retained = new ConcurrentHashMap<>();
  private final Set<Mqtt5Session> sessions = ConcurrentHashMap.newKeySet();
  private final Optional<SslContext> tls;
  private final Optional<String> login;
  private final Channel door;

  private Mqtt5Server(Optional<SslContext> tls, Optional<String> login) {
    this.tls = tls;
    this.login = login;
    this.door =
        new ServerBootstrap()
            .group(loop)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel line) {
                    letIn(line);
                  }
                })
            .bind("127.0.0.1", 0)
            .syncUninterruptibly()
            .channel();
  }

  Mqtt5Server() {
    this(Optional.empty(), Optional.empty());
  }

  /** Lets in one user only. */
  static Mqtt5Server letting(String user, String password) {
    return new Mqtt5Server(Optional.empty(), Optional.of(user + ":" + password));
  }

  /** Speaks TLS only. */
  static Mqtt5Server withTls(TlsStore store, boolean clientsToo) {
    try {
      SslContext tls =
          SslContextBuilder.forServer(store.certificate().toFile(), store.key().toFile())
              .trustManager(store.certificate().toFile())
              .clientAuth(clientsToo ? ClientAuth.REQUIRE : ClientAuth.NONE)
              .build();
      return new Mqtt5Server(Optional.of(tls), Optional.empty());
    } catch (SSLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void letIn(Channel line) {
    tls.ifPresent(it -> line.pipeline().addLast(it.newHandler(line.alloc())));
    line.pipeline()
        .addLast(new MqttDecoder(100_000), MqttEncoder.INSTANCE, new Mqtt5Session(this, line));
  }

  boolean knows(String user, String password) {
    return login.isEmpty() || login.get().equals(user + ":" + password);
  }

  void entered(Mqtt5Session session) {
    sessions.add(session);
  }

  void left(Mqtt5Session session) {
    sessions.remove(session);
  }

  Optional<Mqtt5Session.Letter> findRetained(String topic) {
    return Optional.ofNullable(retained.get(topic));
  }

  void spread(Mqtt5Session.Letter letter) {
    if (letter.retained() && letter.payload().length == 0) {
      retained.remove(letter.topic());
    } else if (letter.retained()) {
      retained.put(letter.topic(), letter);
    }
    sessions.forEach(it -> it.deliver(letter, false));
  }

  /** The versions of MQTT that are spoken now, one for each client: 4 is 3.1.1, 5 is 5. */
  Set<Integer> versions() {
    return sessions.stream().map(Mqtt5Session::version).collect(Collectors.toSet());
  }

  @Override
  public int port() {
    return ((InetSocketAddress) door.localAddress()).getPort();
  }

  /** Whether somebody has subscribed to a topic. */
  boolean isHeard(String topic) {
    return sessions.stream().anyMatch(it -> it.hears(topic));
  }

  /** Without a goodbye, as when a cable is pulled. */
  void cutLines() {
    sessions.forEach(Mqtt5Session::cut);
  }

  @Override
  public void close() {
    door.close();
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }
}
