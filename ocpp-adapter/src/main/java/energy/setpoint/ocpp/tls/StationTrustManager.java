package energy.setpoint.ocpp.tls;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Checks the path of a station's certificate by RFC 5280 section 6 (A00.FR.403), and that nothing
 * on it is revoked. Without a valid revocation list of every authority on the path nobody comes in.
 * Whose certificate it is, is asked later, when the station has said its name.
 */
final class StationTrustManager extends X509ExtendedTrustManager {

  private final List<X509Certificate> authorities;
  private final Optional<List<X509CRL>> revocations;
  private final InstantSource clock;

  StationTrustManager(
      List<X509Certificate> authorities, Optional<List<X509CRL>> revocations, InstantSource clock) {
    this.authorities = List.copyOf(authorities);
    this.revocations = revocations.map(List::copyOf);
    this.clock = clock;
  }

  private void check(X509Certificate[] chain) throws CertificateException {
    List<X509Certificate> path =
        List.of(chain).stream().filter(it -> !authorities.contains(it)).toList();
    if (path.isEmpty()) {
      throw CertificateRefusedException.because("certificate of an authority");
    }
    try {
      CertPathValidator validator = CertPathValidator.getInstance("PKIX");
      CertPath certificates = CertificateFactory.getInstance("X.509").generateCertPath(path);
      validator.validate(certificates, parameters(validator));
    } catch (CertPathValidatorException e) {
      throw CertificateRefusedException.because(e);
    } catch (GeneralSecurityException e) {
      throw CertificateRefusedException.because("certificate path invalid");
    }
  }

  private PKIXParameters parameters(CertPathValidator validator) throws GeneralSecurityException {
    var parameters =
        new PKIXParameters(
            authorities.stream()
                .map(it -> new TrustAnchor(it, null))
                .collect(Collectors.toUnmodifiableSet()));
    parameters.setDate(dateOf(clock.instant()));
    parameters.setRevocationEnabled(false);
    if (revocations.isPresent()) {
      parameters.addCertStore(
          CertStore.getInstance(
              "Collection", new CollectionCertStoreParameters(revocations.get())));
      var checker = (PKIXRevocationChecker) validator.getRevocationChecker();
      checker.setOptions(
          EnumSet.of(
              PKIXRevocationChecker.Option.PREFER_CRLS, PKIXRevocationChecker.Option.NO_FALLBACK));
      parameters.addCertPathChecker(checker);
    }
    return parameters;
  }

  /** The JDK's API of certificates is older than its API of time. */
  @SuppressWarnings("JavaUtilDate")
  private static Date dateOf(Instant instant) {
    return Date.from(instant);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw noServer();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw noServer();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw noServer();
  }

  private static CertificateException noServer() {
    return CertificateRefusedException.because("only stations are checked here");
  }

  /** Told to stations, so that one with several certificates shows the right one. */
  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return authorities.toArray(X509Certificate[]::new);
  }
}
