package energy.setpoint.app.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.app.web.live.Frames.Frame;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FramesTest {

  private final Frames frames = new Frames();

  @Test
  void givesASlowReaderTheLatestFrameOnly() throws InterruptedException {
    frames.publish("a");
    Frame first = frames.awaitAfter(0, 0).orElseThrow();
    frames.publish("b");
    frames.publish("c");

    Frame next = frames.awaitAfter(first.number(), 0).orElseThrow();

    assertThat(next).isEqualTo(new Frame(3, "c"));
  }

  @Test
  void givesNoFrameTwice() throws InterruptedException {
    frames.publish("a");

    var again = frames.awaitAfter(1, 1);

    assertThat(again).isEmpty();
  }

  @Test
  void wakesAReaderThatWaits() throws Exception {
    CompletableFuture<Optional<Frame>> read = readInBackground();

    frames.publish("a");

    assertThat(read.get(10, TimeUnit.SECONDS)).contains(new Frame(1, "a"));
  }

  @Test
  void sendsReadersHomeWhenItCloses() throws Exception {
    CompletableFuture<Optional<Frame>> read = readInBackground();

    frames.close();

    assertThat(read.get(10, TimeUnit.SECONDS)).isEmpty();
    assertThat(frames.isClosed()).isTrue();
  }

  private CompletableFuture<Optional<Frame>> readInBackground() {
    var result = new CompletableFuture<Optional<Frame>>();
    Thread.startVirtualThread(() -> {
      try {
        result.complete(frames.awaitAfter(0, 60_000));
      } catch (InterruptedException e) {
        result.completeExceptionally(e);
      }
    });
    return result;
  }
}
