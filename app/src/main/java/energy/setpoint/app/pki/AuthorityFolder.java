package energy.setpoint.app.pki;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/**
 * The folder of a small authority: {@code authority.pem} and {@code authority.key}, the revocation
 * list {@code revoked.pem}, in {@code issued} a copy of every certificate that it signed, and in
 * {@code certificates} those that it made a key for, with their keys.
 */
public final class AuthorityFolder {

  /** What becomes of the files of an earlier certificate of a name. */
  public enum Existing {
    KEEP,
    REPLACE
  }

  private static final Duration LIFE_OF_ROOT = Duration.ofDays(3650);

  private final Path folder;
  private final Issuer issuer;
  private final InstantSource clock;

  private AuthorityFolder(Path folder, Issuer issuer, InstantSource clock) {
    this.folder = folder;
    this.issuer = issuer;
    this.clock = clock;
  }

  /**
   * Makes a new authority.
   *
   * @param organization the operator's name, in every certificate (A00.FR.509)
   * @throws IllegalArgumentException when there is one in the folder already
   */
  public static AuthorityFolder create(Path folder, String organization, InstantSource clock)
      throws IOException {
    if (Files.exists(folder.resolve("authority.key"))) {
      throw new IllegalArgumentException(folder + " has an authority already.");
    }
    Files.createDirectories(folder.resolve("issued"));
    try {
      Issuer issuer = Issuer.newRoot(organization, clock.instant(), LIFE_OF_ROOT);
      AuthorityFolder made = new AuthorityFolder(folder, issuer, clock);
      Pem.writeSecret(folder.resolve("authority.key"), issuer.key());
      Pem.write(made.root(), issuer.certificate());
      Pem.write(made.revocations(), issuer.revoke(Optional.empty(), List.of(), clock.instant()));
      return made;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has elliptic curves.", e);
    }
  }

  /**
   * Opens an authority that was made before.
   *
   * @throws IllegalArgumentException when the folder holds none
   */
  public static AuthorityFolder open(Path folder, InstantSource clock) throws IOException {
    Path secret = folder.resolve("authority.key");
    Path root = folder.resolve("authority.pem");
    if (!Files.isReadable(secret) || !Files.isReadable(root)) {
      throw new IllegalArgumentException(
          folder + " holds no authority that can be read. Make one with './setpoint ca init'.");
    }
    try {
      PrivateKeyInfo key = Pem.parse(Files.readString(secret), PrivateKeyInfo.class);
      PrivateKey usable = new JcaPEMKeyConverter().getPrivateKey(key);
      return new AuthorityFolder(folder, new Issuer(certificate(root), usable), clock);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(root + " is no certificate in PEM.", e);
    }
  }

  public Path root() {
    return folder.resolve("authority.pem");
  }

  public Path revocations() {
    return folder.resolve("revoked.pem");
  }

  String organization() {
    return issuer.organization();
  }

  /**
   * Makes a key and a certificate for a server.
   *
   * @param host as stations name it in their URL (A00.FR.510)
   * @param existing what becomes of the files of an earlier one
   * @return the certificate; its key lies beside it and ends in {@code .key}
   * @throws IllegalArgumentException when there is an earlier one that is to be kept
   */
  public Path issueForServer(String host, Duration validity, Existing existing) throws IOException {
    return issueWithKey(host, Optional.of(host), validity, existing);
  }

  /**
   * Makes a key and a certificate for a station that cannot ask for one over OCPP.
   *
   * @param existing what becomes of the files of an earlier one
   * @return the certificate; its key lies beside it and ends in {@code .key}
   * @throws IllegalArgumentException when there is an earlier one that is to be kept
   */
  public Path issueForStation(String station, Duration validity, Existing existing)
      throws IOException {
    return issueWithKey(station, Optional.empty(), validity, existing);
  }

  private Path issueWithKey(
      String name, Optional<String> host, Duration validity, Existing existing) throws IOException {
    Path made = Files.createDirectories(folder.resolve("certificates"));
    Path file = made.resolve(fileName(name) + ".pem");
    Path secret = made.resolve(fileName(name) + ".key");
    requireFree(file, secret, name, existing);
    try {
      KeyPair keys = Issuer.newKeys();
      Pem.writeSecret(secret, keys.getPrivate());
      Pem.write(file, issue(name, host, keys.getPublic(), validity));
      return file;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has elliptic curves.", e);
    }
  }

  /** Two names can be one on the disk: one never replaces the other. */
  private static void requireFree(Path file, Path secret, String name, Existing existing)
      throws IOException {
    if (Files.exists(file) && !isOf(file, name)) {
      throw new IllegalArgumentException(file + " is that of another name than " + name + ".");
    }
    if (existing == Existing.KEEP && (Files.exists(file) || Files.exists(secret))) {
      throw new IllegalArgumentException(
          name + " has a certificate already: " + file + ". --renew replaces it and its key.");
    }
  }

  private static boolean isOf(Path file, String name) throws IOException {
    try {
      return Issuer.names(certificate(file), name);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(file + " is no certificate in PEM.", e);
    }
  }

  /** Signs the key of a station; a copy of the certificate is kept. */
  X509Certificate issue(String name, Optional<String> host, PublicKey key, Duration validity)
      throws GeneralSecurityException, IOException {
    X509Certificate made =
        issuer.issue(name, issuer.organization(), host, key, clock.instant(), validity);
    Pem.write(
        folder
            .resolve("issued")
            .resolve(fileName(name) + "." + made.getSerialNumber().toString(16) + ".pem"),
        made);
    return made;
  }

  /** With what leads to its root: nothing but the root itself. */
  String chain(X509Certificate certificate) {
    return Pem.text(certificate, issuer.certificate());
  }

  /**
   * Revokes every certificate that was signed for a name.
   *
   * @return how many there were
   */
  public int revoke(String name) throws IOException {
    try {
      X509CRL last = revocationList(revocations());
      List<BigInteger> serials = new ArrayList<>();
      for (Path each : issuedTo(name)) {
        BigInteger serial = certificate(each).getSerialNumber();
        if (last.getRevokedCertificate(serial) == null) {
          serials.add(serial);
        }
      }
      Pem.write(revocations(), issuer.revoke(Optional.of(last), serials, clock.instant()));
      return serials.size();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(folder + " holds certificates that are none.", e);
    }
  }

  /** The name of a file only narrows it down: two names can be one there. */
  private List<Path> issuedTo(String name) throws IOException {
    Pattern ofName = Pattern.compile(Pattern.quote(fileName(name)) + "\\.[0-9a-f]+\\.pem");
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder.resolve("issued"))) {
      found.addAll(
          files.filter(it -> ofName.matcher(it.getFileName().toString()).matches()).toList());
    }
    List<Path> own = new ArrayList<>();
    for (Path each : found) {
      if (isOf(each, name)) {
        own.add(each);
      }
    }
    return own;
  }

  /** A station's id may hold characters that some disks do not take. */
  private static String fileName(String name) {
    return name.replaceAll("[^A-Za-z0-9._=@+-]", "_");
  }

  private static X509Certificate certificate(Path file)
      throws GeneralSecurityException, IOException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file)));
  }

  private static X509CRL revocationList(Path file) throws GeneralSecurityException, IOException {
    return (X509CRL)
        CertificateFactory.getInstance("X.509")
            .generateCRL(new ByteArrayInputStream(Files.readAllBytes(file)));
  }
}
