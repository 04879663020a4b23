package energy.setpoint.app.plan;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import energy.setpoint.app.plan.json.Finding;
import energy.setpoint.app.plan.json.InvalidDocument;
import java.util.List;

/** What a reader says about a text. */
final class Mistakes {

  private Mistakes() {}

  /** Each with its place; none when the problem can be read. */
  static List<String> of(String problem) {
    return of(() -> PlanFiles.read(problem));
  }

  static List<String> of(Runnable reading) {
    InvalidDocument invalid = catchThrowableOfType(InvalidDocument.class, reading::run);
    return invalid == null
        ? List.of()
        : invalid.findings().stream().map(Finding::toString).toList();
  }
}
