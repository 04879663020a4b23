package energy.setpoint.ocpp.server;

import energy.setpoint.ocpp.tls.TestAuthority;
import energy.setpoint.ocpp.tls.TestAuthority.Issued;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;

/** The TLS of a station. */
final class Tls {

  private Tls() {}

  /**
   * @param clients is told of the client, so that it can be shut down
   * @param own is shown whatever the server asks for
   * @param protocolAndSuites the only protocol and the only suites; the JDK's choice when empty
   */
  static HttpClient client(
      List<HttpClient> clients,
      TestAuthority trusted,
      Optional<Issued> own,
      String... protocolAndSuites) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          own.map(it -> new KeyManager[] {new Stubborn(it)}).orElse(null),
          trust(trusted).getTrustManagers(),
          null);
      var builder = HttpClient.newBuilder().sslContext(context);
      if (protocolAndSuites.length > 0) {
        var parameters = new SSLParameters();
        parameters.setProtocols(new String[] {protocolAndSuites[0]});
        if (protocolAndSuites.length > 1) {
          parameters.setCipherSuites(new String[] {protocolAndSuites[1]});
        }
        builder.sslParameters(parameters);
      }
      HttpClient client = builder.build();
      clients.add(client);
      return client;
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private static TrustManagerFactory trust(TestAuthority trusted)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("root", trusted.certificate());
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory;
  }

  /** Shows its certificate also to servers that would not accept its authority. */
  private static final class Stubborn extends X509ExtendedKeyManager {

    private final Issued own;

    Stubborn(Issued own) {
      this.own = own;
    }

    @Override
    public String chooseClientAlias(String[] keyType, Principal[] issuers, Socket socket) {
      return "own";
    }

    @Override
    public String chooseEngineClientAlias(String[] keyType, Principal[] issuers, SSLEngine engine) {
      return "own";
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return own.chain();
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return own.keys().getPrivate();
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
      return new String[] {"own"};
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
      return new String[0];
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
      throw new IllegalStateException("A station is no server.");
    }
  }
}
