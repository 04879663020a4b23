package energy.setpoint.app.web.problem;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What stands at the type of a problem, for people who follow it. */
@RestController
@Hidden
class ProblemPages {

  @GetMapping(path = "/problems/{slug}", produces = MediaType.TEXT_PLAIN_VALUE)
  String page(@PathVariable String slug) {
    ProblemType type =
        ProblemType.find(slug).orElseThrow(() -> Refusal.notFound("kind of problem", slug));
    return "%s (%d)%n%n%s%n".formatted(type.title(), type.status().value(), type.explanation());
  }
}
