package energy.setpoint.app.price.feed;

import energy.setpoint.app.price.FeedAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Gets a document over HTTP within bounds of time and size. Redirects are not followed: a token
 * would go where nobody meant it to. What it says of failures holds no query, where tokens stand.
 */
final class HttpSource implements AutoCloseable {

  /** A week of quarters from ENTSO-E is about 100 kB. */
  private static final long MOST_BYTES = 5_000_000;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(10))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Duration patience;
  private final long mostBytes;

  HttpSource() {
    this(PATIENCE, MOST_BYTES);
  }

  /**
   * @param patience from the question to the last byte of the answer
   */
  HttpSource(Duration patience, long mostBytes) {
    this.patience = patience;
    this.mostBytes = mostBytes;
  }

  /**
   * The document at an address.
   *
   * @param reader its {@link IllegalArgumentException} says why it cannot use the document
   */
  FeedAnswer get(URI address, Function<byte[], FeedAnswer> reader) {
    return get(address, reader, _ -> Optional.empty());
  }

  /**
   * The document at an address of a service that gives reasons.
   *
   * @param reasons finds words in an answer with a status of failure
   */
  FeedAnswer get(
      URI address,
      Function<byte[], FeedAnswer> reader,
      Function<byte[], Optional<String>> reasons) {
    HttpRequest request =
        HttpRequest.newBuilder(address).timeout(patience).header("User-Agent", "setpoint").build();
    // The request's own timeout ends with the headers; a body may trickle for ever.
    CompletableFuture<HttpResponse<byte[]>> response =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), mostBytes));
    try {
      return read(response.get(patience.toMillis(), TimeUnit.MILLISECONDS), reader, reasons);
    } catch (TimeoutException late) {
      return refused(address, "gave no whole answer within " + patience.toMillis() + " ms");
    } catch (ExecutionException failed) {
      return refused(address, "failed: " + reason(failed));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return refused(address, "was not waited for, because the engine stops");
    } finally {
      response.cancel(true);
    }
  }

  private static FeedAnswer read(
      HttpResponse<byte[]> response,
      Function<byte[], FeedAnswer> reader,
      Function<byte[], Optional<String>> reasons) {
    URI address = response.uri();
    int status = response.statusCode();
    if (status >= 300 && status < 400) {
      return refused(
          address, "has moved (status " + status + "). Maybe the site file needs prices.address.");
    }
    if (status != 200) {
      String words = reasons.apply(response.body()).map(reason -> ": " + reason).orElse("");
      return refused(address, "answered with status " + status + words);
    }
    try {
      return reader.apply(response.body());
    } catch (IllegalArgumentException unusable) {
      return refused(address, "gave an answer that cannot be used: " + unusable.getMessage());
    }
  }

  private static FeedAnswer refused(URI address, String what) {
    return new FeedAnswer.Refused(address.getHost() + address.getPath() + " " + what);
  }

  /** Only the words of the transport; other faults are told by their kind. */
  private static String reason(ExecutionException failed) {
    return switch (failed.getCause()) {
      case IOException io when io.getMessage() != null -> io.getMessage();
      case Throwable other -> other.getClass().getSimpleName();
      case null -> "for no known reason";
    };
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
