package energy.setpoint.app.pki;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/** PEM files (A00.FR.507). A file is replaced as a whole, so that no reader sees half of one. */
final class Pem {

  private Pem() {}

  static String text(Object... parts) {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      for (Object part : parts) {
        writer.writeObject(
            part instanceof PrivateKey key ? new JcaPKCS8Generator(key, null) : part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  static void write(Path file, Object... parts) throws IOException {
    replace(file, text(parts));
  }

  /** Readable by nobody but its owner, where the disk can tell. */
  static void writeSecret(Path file, PrivateKey key) throws IOException {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    replace(
        file,
        text(key),
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0]);
  }

  private static void replace(Path file, String text, FileAttribute<?>... attributes)
      throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path draft = Files.createTempFile(folder, "." + file.getFileName(), ".draft", attributes);
    Files.writeString(draft, text, StandardOpenOption.WRITE);
    if (attributes.length == 0 && Files.getFileStore(draft).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-r--r--"));
    }
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * The first object of a text in PEM.
   *
   * @throws IllegalArgumentException when it is none of this kind
   */
  static <T> T parse(String text, Class<T> kind) {
    try (PEMParser parser = new PEMParser(new StringReader(text))) {
      Object found = parser.readObject();
      if (kind.isInstance(found)) {
        return kind.cast(found);
      }
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("This is no proper PEM.", e);
    }
    throw new IllegalArgumentException("This is no " + kind.getSimpleName() + " in PEM.");
  }
}
