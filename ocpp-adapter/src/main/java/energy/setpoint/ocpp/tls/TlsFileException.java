package energy.setpoint.ocpp.tls;

import java.nio.file.Path;

/** A file with a certificate, a key or a revocation list cannot be used. */
public final class TlsFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TlsFileException(Path file, String problem) {
    super(file + " " + problem);
  }

  TlsFileException(Path file, String problem, Throwable cause) {
    super(file + " " + problem, cause);
  }
}
