package energy.setpoint.app.web.problem;

import energy.setpoint.app.plan.json.InvalidDocument;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns whatever stops a request into problem details with a type of ours. */
@RestControllerAdvice
class ProblemResponses extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemResponses.class);
  private static final String RETRY_SECONDS = "5";

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(Refusal refusal) {
    ProblemDetail problem = problem(refusal.type(), String.valueOf(refusal.getMessage()));
    refusal.properties().forEach(problem::setProperty);
    return answer(problem);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> invalid(InvalidDocument document) {
    ProblemType type =
        switch (document.kind()) {
          case MALFORMED -> ProblemType.INVALID_REQUEST;
          case IMPOSSIBLE -> ProblemType.INVALID_VALUES;
        };
    int count = document.findings().size();
    ProblemDetail problem =
        problem(type, count == 1 ? "There is one mistake." : "There are " + count + " mistakes.");
    problem.setProperty("errors", document.findings());
    return answer(problem);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> storageAway(DataAccessException e) {
    LOG.warn("The database did not answer a request: {}", e.getMostSpecificCause().getMessage());
    return answer(
        problem(ProblemType.STORAGE_UNAVAILABLE, ProblemType.STORAGE_UNAVAILABLE.explanation()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unexpected(Exception e) {
    LOG.error("A request failed in a way that nobody thought of.", e);
    return answer(problem(ProblemType.INTERNAL, ProblemType.INTERNAL.explanation()));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    ProblemDetail problem = problem(ProblemType.INVALID_REQUEST, describe(e));
    return handleExceptionInternal(e, problem, headers, status, request);
  }

  /** Everything that Spring itself refuses comes by here. */
  @Override
  protected ResponseEntity<Object> createResponseEntity(
      @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    Optional<ProblemType> type = ProblemType.findFor(status);
    if (body instanceof ProblemDetail problem && type.isPresent()) {
      problem.setType(type.get().uri());
      problem.setTitle(type.get().title());
    }
    if (status.is5xxServerError()) {
      LOG.error("Spring could not answer {}: {}", request.getDescription(false), body);
    }
    return super.createResponseEntity(body, headers, status, request);
  }

  private static String describe(TypeMismatchException e) {
    return e instanceof MethodArgumentTypeMismatchException argument
        ? described(
            argument.getName(),
            e.getValue(),
            argument.getParameter().nestedIfOptional().getNestedParameterType())
        : described(String.valueOf(e.getPropertyName()), e.getValue(), e.getRequiredType());
  }

  private static String described(String name, @Nullable Object value, @Nullable Class<?> type) {
    return "The parameter '%s' is '%s', expected %s."
        .formatted(name, value, ParameterWords.expected(type));
  }

  static ProblemDetail problem(ProblemType type, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(type.status(), detail);
    problem.setType(type.uri());
    problem.setTitle(type.title());
    return problem;
  }

  private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
    ResponseEntity.BodyBuilder response =
        ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (problem.getStatus() == ProblemType.BUSY.status().value()) {
      response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
    return response.body(problem);
  }
}
