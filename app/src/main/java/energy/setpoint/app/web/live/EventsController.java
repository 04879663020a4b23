package energy.setpoint.app.web.live;

import energy.setpoint.app.engine.EngineView;
import energy.setpoint.app.web.live.Frames.Frame;
import energy.setpoint.app.web.problem.ProblemType;
import energy.setpoint.app.web.problem.Refusal;
import energy.setpoint.app.web.view.LiveState;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The stream behind the live page. Every watcher has a virtual thread of its own, so writing may
 * block: it holds up nobody but a watcher that does not read.
 */
@RestController
@Tag(name = "sites")
class EventsController {

  private static final Logger LOG = LoggerFactory.getLogger(EventsController.class);
  private static final long HEARTBEAT_MILLIS = 10_000;

  private final EngineView engine;
  private final LiveEvents events;

  EventsController(EngineView engine, LiveEvents events) {
    this.engine = engine;
    this.events = events;
  }

  @GetMapping(path = "/api/v1/sites/{site}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(
      operationId = "watchSite",
      summary = "A site, second by second",
      description =
          """
          Server-sent events named `state`, one per second; a comment line is a heartbeat. A \
          watcher that reads too slowly misses events, but never sees an old one.\
          """,
      responses =
          @ApiResponse(
              responseCode = "200",
              content =
                  @Content(
                      mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                      schema = @Schema(implementation = LiveState.class))))
  void watch(@PathVariable String site, HttpServletResponse response) throws InterruptedException {
    if (!engine.site().id().value().equals(site)) {
      throw Refusal.notFound("site", site);
    }
    if (!events.enter()) {
      throw new Refusal(ProblemType.BUSY, "Too many are watching already.");
    }
    try {
      stream(response);
    } catch (IOException e) {
      LOG.debug("A watcher of the live page is gone: {}", e.getMessage());
    } finally {
      events.leave();
    }
  }

  private void stream(HttpServletResponse response) throws IOException, InterruptedException {
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    // For proxies that would otherwise collect events before they pass them on.
    response.setHeader("X-Accel-Buffering", "no");
    OutputStream out = response.getOutputStream();
    write(out, "retry: 2000\n\n");
    long seen = 0;
    while (!events.frames().isClosed()) {
      Optional<Frame> frame = events.frames().awaitAfter(seen, HEARTBEAT_MILLIS);
      write(out, frame.map(Frame::text).orElse(": heartbeat\n\n"));
      if (frame.isPresent()) {
        long number = frame.get().number();
        events.countDropped(seen == 0 ? 0 : number - seen - 1);
        seen = number;
      }
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
