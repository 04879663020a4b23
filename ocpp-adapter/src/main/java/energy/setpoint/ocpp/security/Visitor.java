package energy.setpoint.ocpp.security;

import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Who asks to come in.
 *
 * @param name the last part of the URL: the station's id, or whatever else was tried
 * @param authorization the HTTP header of that name
 * @param isThere false when the connection has ended meanwhile, so that nobody waits for the answer
 */
public record Visitor(
    String name,
    InetAddress address,
    Wire wire,
    Optional<String> authorization,
    BooleanSupplier isThere) {

  /** What the visitor came over. */
  public sealed interface Wire {

    /** Everybody may listen. */
    record Plain() implements Wire {}

    /**
     * TLS.
     *
     * @param certificate of the visitor, its path checked already; empty when it showed none
     */
    record Tls(Optional<X509Certificate> certificate) implements Wire {}
  }
}
