package energy.setpoint.app.web.problem;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** The kinds of refusals; their URIs are part of the API and do not change. */
public enum ProblemType {
  INVALID_REQUEST(
      HttpStatus.BAD_REQUEST,
      "The request cannot be read",
      "A parameter or the body is not written as the API describes it. `errors` lists each place."),
  INVALID_VALUES(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "Some values are impossible",
      "The body is well written, but values are out of range or contradict each other. `errors`"
          + " lists each place."),
  NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such thing", "Nothing has this address or this id."),
  NOT_YET(
      HttpStatus.NOT_FOUND,
      "There is nothing yet",
      "The engine has just started. Ask again in a few seconds."),
  FORBIDDEN(
      HttpStatus.FORBIDDEN,
      "This must not be done",
      "The site file or the safety of the site forbids it."),
  NOT_CONNECTED(
      HttpStatus.CONFLICT,
      "The station is not connected",
      "What is sent to a station needs its connection. Ask again when it is back."),
  STATION_REFUSED(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "The station refuses",
      "The station answered with an error. `errorCode` and `errorDescription` are its own words."),
  STATION_GARBLED(
      HttpStatus.BAD_GATEWAY,
      "The station's answer cannot be read",
      "The station may have done as it was told."),
  STATION_SILENT(
      HttpStatus.GATEWAY_TIMEOUT,
      "The station did not answer",
      "The station may have done as it was told."),
  METHOD_NOT_ALLOWED(
      HttpStatus.METHOD_NOT_ALLOWED,
      "This cannot be done here",
      "The address exists, but not with this method. The header Allow lists the others."),
  NOT_ACCEPTABLE(
      HttpStatus.NOT_ACCEPTABLE,
      "This is not available in that format",
      "The header Accept leaves out what the API can answer with."),
  TOO_LARGE(
      HttpStatus.CONTENT_TOO_LARGE,
      "The request is too large",
      "The body has more bytes than the API takes."),
  UNSUPPORTED_MEDIA_TYPE(
      HttpStatus.UNSUPPORTED_MEDIA_TYPE,
      "The body is not JSON",
      "Send JSON, with the header Content-Type: application/json."),
  NOT_SENT(
      HttpStatus.CONFLICT,
      "The station was told nothing",
      "It is not connected, or its version or its hardware cannot express what was asked for."),
  TOO_MUCH(
      HttpStatus.CONFLICT,
      "The site does not bear this",
      "A fuse or the grid connection would carry more than it may. `overloads` lists each with the"
          + " figures; nothing has changed."),
  NOT_APPLICABLE(
      HttpStatus.CONFLICT,
      "There is nothing to which this could apply",
      "The EVSE has no transaction, or it or its vehicle cannot do what was ordered."),
  BUSY(
      HttpStatus.SERVICE_UNAVAILABLE,
      "Too much at once",
      "As many of these requests as allowed are running. The header Retry-After says when to try"
          + " again."),
  STORAGE_UNAVAILABLE(
      HttpStatus.SERVICE_UNAVAILABLE,
      "The database does not answer",
      "What is stored cannot be read now; what the engine knows by heart still can."),
  INTERNAL(
      HttpStatus.INTERNAL_SERVER_ERROR,
      "Something went wrong",
      "This is a fault of the engine. Its log says more.");

  private final HttpStatus status;
  private final String title;
  private final String explanation;

  ProblemType(HttpStatus status, String title, String explanation) {
    this.status = status;
    this.title = title;
    this.explanation = explanation;
  }

  /** The kind that fits a status best; empty for a status that is no error. */
  static Optional<ProblemType> findFor(HttpStatusCode status) {
    if (!status.isError()) {
      return Optional.empty();
    }
    ProblemType whenNone = status.is4xxClientError() ? INVALID_REQUEST : INTERNAL;
    return Optional.of(
        Arrays.stream(values())
            .filter(type -> type.status.isSameCodeAs(status))
            .findFirst()
            .orElse(whenNone));
  }

  static Optional<ProblemType> find(String slug) {
    return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
  }

  /** The last part of its URI, such as {@code invalid-request}. */
  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Relative to the server; a page stands there. */
  URI uri() {
    return URI.create("/problems/" + slug());
  }

  HttpStatus status() {
    return status;
  }

  String title() {
    return title;
  }

  String explanation() {
    return explanation;
  }
}
