package energy.setpoint.app.pki;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.certificate.CertificateAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Signs for stations with a key in a folder. A02.FR.04 would rather have an authority on a machine
 * of its own; this one is for sites that have none.
 */
public final class BuiltInAuthority implements CertificateAuthority, AutoCloseable {

  /** Long enough for a renewal a month before the end (A03.FR.02), and short enough to forget. */
  private static final Duration VALIDITY = Duration.ofDays(365);

  private static final int MOST_WAITING = 256;

  private final AuthorityFolder folder;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_WAITING),
          Thread.ofPlatform().name("certificate-authority").daemon().factory());

  public BuiltInAuthority(AuthorityFolder folder) {
    this.folder = folder;
  }

  @Override
  public Optional<String> findObstacle(StationId station, String csr) {
    try {
      return SigningRequest.parse(csr).findObstacle(station.value(), folder.organization());
    } catch (IllegalArgumentException e) {
      return Optional.of("This is no signing request in PEM.");
    }
  }

  @Override
  public CompletionStage<String> sign(StationId station, String csr) {
    try {
      return CompletableFuture.supplyAsync(() -> signNow(station, csr), thread);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private String signNow(StationId station, String csr) {
    try {
      return folder.chain(
          folder.issue(
              station.value(), Optional.empty(), SigningRequest.parse(csr).key(), VALIDITY));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
