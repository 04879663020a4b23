package energy.setpoint.ocpp.tls;

import java.util.List;

/**
 * The cipher suites that are offered, best first: those of TLS 1.3, those that the specification
 * demands of a server (A00.FR.318, A00.FR.421; security whitepaper of 1.6: A00.FR.317), and their
 * forward secret kin for RSA keys.
 *
 * <p>The two that begin with {@code TLS_RSA} have no forward secrecy. JDK 24 and later switch them
 * off in {@code jdk.tls.disabledAlgorithms}; they are served only where an operator takes them out
 * of that list again.
 */
final class CipherSuites {

  static final List<String> ALL =
      List.of(
          "TLS_AES_256_GCM_SHA384",
          "TLS_AES_128_GCM_SHA256",
          "TLS_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_RSA_WITH_AES_128_GCM_SHA256");

  private CipherSuites() {}
}
