package energy.setpoint.der.mqtt;

import energy.setpoint.der.device.BrokerAddress;
import energy.setpoint.der.device.BrokerAddress.ClientCertificate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** TLS towards one broker, out of PEM files. What is wrong with one never shows what is in it. */
final class TlsSockets {

  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
  private static final char[] NO_PASSWORD = new char[0];

  private final BrokerAddress broker;

  TlsSockets(BrokerAddress broker) {
    this.broker = broker;
  }

  /**
   * Sockets that trust the broker's authorities and show our certificate, where there is one.
   *
   * @throws IOException when a file cannot be read or lacks what it should have
   * @throws GeneralSecurityException when a certificate or a key is none
   */
  SSLSocketFactory factory() throws IOException, GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys(), trust(), null);
    return context.getSocketFactory();
  }

  /** Null, by the contract of SSLContext, means those of the Java runtime. */
  private TrustManager @Nullable [] trust() throws IOException, GeneralSecurityException {
    if (broker.authorities().isEmpty()) {
      return null;
    }
    KeyStore store = empty();
    int number = 0;
    for (Certificate authority : certificates(broker.authorities().get())) {
      store.setCertificateEntry("authority " + number++, authority);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private KeyManager @Nullable [] keys() throws IOException, GeneralSecurityException {
    if (broker.certificate().isEmpty()) {
      return null;
    }
    ClientCertificate own = broker.certificate().get();
    Certificate[] chain = certificates(own.chain()).toArray(Certificate[]::new);
    KeyStore store = empty();
    store.setKeyEntry(
        "own", key(own.key(), chain[0].getPublicKey().getAlgorithm()), NO_PASSWORD, chain);
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, NO_PASSWORD);
    return factory.getKeyManagers();
  }

  private static KeyStore empty() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static Collection<? extends Certificate> certificates(Path file)
      throws IOException, GeneralSecurityException {
    byte[] pem = Files.readAllBytes(file);
    var found =
        CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem));
    if (found.isEmpty()) {
      throw new IOException(file + " has no certificate in PEM");
    }
    return found;
  }

  private static PrivateKey key(Path file, String algorithm)
      throws IOException, GeneralSecurityException {
    Matcher block = KEY.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
    if (!block.find()) {
      throw new IOException(
          file
              + " has no 'PRIVATE KEY' in PEM. Maybe it must be converted:"
              + " openssl pkcs8 -topk8 -nocrypt -in FILE -out FILE.pk8");
    }
    byte[] der = Base64.getMimeDecoder().decode(block.group(1));
    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
  }
}
