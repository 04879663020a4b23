package energy.setpoint.der.mqtt;

import java.util.Map;
import java.util.Optional;
import javax.net.SocketFactory;

/**
 * What a connection is made with.
 *
 * @param sockets with TLS where the broker is reached by it
 * @param subscriptions quality of service by topic
 * @param listener called on a thread of the client, which it must not block
 */
record LinkTerms(
    String url,
    SocketFactory sockets,
    Optional<Credentials> credentials,
    Map<String, Integer> subscriptions,
    Optional<SiteStatus> status,
    MessageSink listener) {

  LinkTerms {
    subscriptions = Map.copyOf(subscriptions);
  }

  String[] topics() {
    return subscriptions.keySet().stream().sorted().toArray(String[]::new);
  }

  int[] qualities() {
    return subscriptions.keySet().stream().sorted().mapToInt(subscriptions::get).toArray();
  }

  /** A user and the password, for the moment of connecting; no record, which would print it. */
  static final class Credentials {

    private final String user;
    private final char[] password;

    Credentials(String user, char[] password) {
      this.user = user;
      this.password = password.clone();
    }

    String user() {
      return user;
    }

    char[] password() {
      return password.clone();
    }
  }
}
