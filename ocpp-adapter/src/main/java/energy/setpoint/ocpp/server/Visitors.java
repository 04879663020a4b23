package energy.setpoint.ocpp.server;

import energy.setpoint.ocpp.security.Visitor;
import energy.setpoint.ocpp.security.Visitor.Wire;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.ssl.SslHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Says who is at the other end of a connection. */
final class Visitors {

  private Visitors() {}

  static Visitor of(String name, Channel channel, FullHttpRequest request) {
    return new Visitor(
        name,
        addressOf(channel),
        wireOf(channel),
        Optional.ofNullable(request.headers().get(HttpHeaderNames.AUTHORIZATION)),
        channel::isActive);
  }

  /** Loopback when the connection has no address any more: then nothing depends on it. */
  static InetAddress addressOf(Channel channel) {
    return channel.remoteAddress() instanceof InetSocketAddress remote
        ? remote.getAddress()
        : InetAddress.getLoopbackAddress();
  }

  private static Wire wireOf(Channel channel) {
    SslHandler tls = channel.pipeline().get(SslHandler.class);
    return tls == null ? new Wire.Plain() : new Wire.Tls(findCertificate(tls));
  }

  private static Optional<X509Certificate> findCertificate(SslHandler tls) {
    try {
      Certificate[] chain = tls.engine().getSession().getPeerCertificates();
      return chain[0] instanceof X509Certificate own ? Optional.of(own) : Optional.empty();
    } catch (SSLPeerUnverifiedException e) {
      return Optional.empty();
    }
  }
}
