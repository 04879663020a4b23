package energy.setpoint.ocpp.tls;

import energy.setpoint.ocpp.stats.SecurityCounters;
import energy.setpoint.ocpp.tls.TlsSettings.Identity;
import energy.setpoint.ocpp.tls.TlsSettings.StationTrust;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's side of TLS. Its files may be replaced while it runs: new connections get what is
 * new, old ones stay. New files that cannot be used change nothing, and are told and counted.
 */
public final class ServerTls {

  private static final Logger LOG = LoggerFactory.getLogger(ServerTls.class);

  /** The key store lives in memory for a moment; JDK key stores want a password all the same. */
  private static final char[] NO_SECRET = {'-'};

  private final TlsSettings settings;
  private final InstantSource clock;
  private final SecurityCounters counters;
  private volatile SslContext current;
  private String fingerprint;

  /** The last problem that was told; the same one is not told every few seconds. */
  private String told = "";

  private ServerTls(TlsSettings settings, InstantSource clock, SecurityCounters counters) {
    this.settings = settings;
    this.clock = clock;
    this.counters = counters;
    this.fingerprint = fingerprint();
    this.current = context();
  }

  /**
   * @param clock the time on the wall, for certificates
   * @throws TlsFileException when a file cannot be used
   */
  public static ServerTls open(
      TlsSettings settings, InstantSource clock, SecurityCounters counters) {
    return new ServerTls(settings, clock, counters);
  }

  /** For the next connection. */
  public SslContext current() {
    return current;
  }

  /**
   * Reads the files anew when one of them has changed, and until that has succeeded once. Never
   * throws, whatever the disk does, since it would not be called again.
   */
  public synchronized void refresh() {
    String found = "";
    try {
      found = fingerprint();
      if (!found.equals(fingerprint)) {
        current = context();
        fingerprint = found;
        LOG.info("The TLS files have changed and are in force for new connections.");
      }
      told = "";
    } catch (TlsFileException e) {
      tell(found, e.getMessage());
    } catch (RuntimeException e) {
      tell(found, e.toString());
    }
  }

  private void tell(String found, @Nullable String problem) {
    if (!told.equals(found + problem)) {
      told = found + problem;
      counters.reloadFailed();
      LOG.error("The TLS files have changed, but cannot be used: {}", problem);
    }
  }

  private SslContext context() {
    try {
      SslContextBuilder builder =
          SslContextBuilder.forServer(keys())
              .sslProvider(SslProvider.JDK)
              .protocols(settings.floor().protocols())
              .ciphers(CipherSuites.ALL, SupportedCipherSuiteFilter.INSTANCE);
      settings
          .stations()
          .ifPresent(
              trust -> builder.clientAuth(ClientAuth.OPTIONAL).trustManager(trustManager(trust)));
      return builder.build();
    } catch (SSLException e) {
      throw new TlsFileException(
          settings.identities().getFirst().certificate(), "cannot be used for TLS.", e);
    }
  }

  private StationTrustManager trustManager(StationTrust trust) {
    return new StationTrustManager(
        PemFiles.certificates(trust.authorities()),
        trust.revocations().map(PemFiles::revocations),
        clock);
  }

  private KeyManagerFactory keys() {
    Path file = settings.identities().getFirst().certificate();
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, NO_SECRET);
      for (Identity identity : settings.identities()) {
        file = identity.certificate();
        List<X509Certificate> chain = PemFiles.certificates(file);
        String algorithm = chain.getFirst().getPublicKey().getAlgorithm();
        PrivateKey key = PemFiles.key(identity.key(), algorithm);
        PemFiles.requireMatch(identity.key(), key, chain.getFirst());
        store.setKeyEntry(file.toString(), key, NO_SECRET, chain.toArray(X509Certificate[]::new));
      }
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, NO_SECRET);
      return keys;
    } catch (GeneralSecurityException | IOException e) {
      throw new TlsFileException(file, "cannot be used for TLS.", e);
    }
  }

  private String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      files().forEach(file -> digest.update(PemFiles.bytes(file)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }

  private Stream<Path> files() {
    Stream<Path> own =
        settings.identities().stream().flatMap(it -> Stream.of(it.certificate(), it.key()));
    Stream<Path> trusted =
        settings.stations().stream()
            .flatMap(it -> Stream.concat(Stream.of(it.authorities()), it.revocations().stream()));
    return Stream.concat(own, trusted);
  }
}
