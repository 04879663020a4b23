package energy.setpoint.der;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/**
 * A self-signed certificate for loopback and its key, made with the keytool of the JDK.
 *
 * @param file PKCS#12
 */
record TlsStore(Path file) {

  static final String PASSWORD = "changeit";

  private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

  static TlsStore in(Path folder, String name) {
    Path file = folder.resolve(name + ".p12");
    try {
      Process keytool = new ProcessBuilder(command(file, name)).inheritIO().start();
      if (keytool.waitFor() != 0) {
        throw new IllegalStateException("keytool failed");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return new TlsStore(file);
  }

  private static List<String> command(Path file, String name) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair",
        "-keyalg",
        "EC",
        "-alias",
        "own",
        "-dname",
        "CN=" + name,
        "-ext",
        "san=ip:127.0.0.1,dns:localhost",
        "-storetype",
        "PKCS12",
        "-keystore",
        file.toString(),
        "-storepass",
        PASSWORD);
  }

  /** The certificate as a PEM file. */
  Path certificate() {
    try {
      return write("crt", "CERTIFICATE", open().getCertificate("own").getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The key as a PEM file. */
  Path key() {
    try {
      return write("key", "PRIVATE KEY", open().getKey("own", PASSWORD.toCharArray()).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private KeyStore open() throws GeneralSecurityException {
    try {
      return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path write(String ending, String what, byte[] der) {
    try {
      return Files.writeString(
          file.resolveSibling(file.getFileName() + "." + ending),
          "-----BEGIN %s-----\n%s\n-----END %s-----\n"
              .formatted(what, LINES.encodeToString(der), what));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
