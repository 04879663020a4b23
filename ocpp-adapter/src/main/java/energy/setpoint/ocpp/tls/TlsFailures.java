package energy.setpoint.ocpp.tls;

import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says in a few words why a TLS handshake failed. */
public final class TlsFailures {

  private static final int DEEPEST = 8;

  private TlsFailures() {}

  /** One of a few texts, so that it can be counted by. */
  public static String words(Throwable failure) {
    @Nullable Throwable cause = failure;
    for (int i = 0; cause != null && i < DEEPEST; i++) {
      if (cause instanceof CertificateRefusedException refused) {
        return refused.reason();
      }
      cause = cause.getCause();
    }
    return wordsOfAlert(String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT), failure);
  }

  private static String wordsOfAlert(String message, Throwable failure) {
    if (message.contains("protocol")) {
      return "TLS version too old";
    }
    if (message.contains("cipher suites in common") || message.contains("handshake_failure")) {
      return "no common cipher suite";
    }
    if (message.contains("not an ssl/tls record")) {
      return "no TLS";
    }
    if (message.contains("received fatal alert")) {
      return "the station does not trust the server's certificate";
    }
    return failure instanceof SSLException ? "TLS handshake failed" : "connection lost";
  }
}
