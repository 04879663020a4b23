package energy.setpoint.app.plan;

import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.app.plan.json.InvalidDocument.Kind;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.util.Optional;

/** Reads the steps of the plan. Without them nothing else can be checked. */
record GridReader(PlanRequest request, Findings findings) {

  private static final int MOST_STEPS = 2000;
  private static final int MOST_MINUTES = 24 * 60;

  TimeGrid read() {
    Optional<TimeGrid> grid = request.boundaries().isEmpty() ? uniform() : explicit();
    findings.throwIfAny(Kind.IMPOSSIBLE);
    return grid.orElseThrow();
  }

  private Optional<TimeGrid> uniform() {
    Part part = new Part(findings);
    int minutes = part.count("stepMinutes", request.stepMinutes(), 1, MOST_MINUTES, 15);
    int steps = part.count("steps", request.steps(), 1, MOST_STEPS, 96);
    if (request.start().isEmpty()) {
      findings.at("start").add("This is missing. Maybe give boundaries instead.");
    }
    return request
        .start()
        .map(start -> TimeGrid.uniform(start, Duration.ofMinutes(minutes), steps));
  }

  private Optional<TimeGrid> explicit() {
    Findings here = findings.at("boundaries");
    if (request.start().isPresent()
        || request.stepMinutes().isPresent()
        || request.steps().isPresent()) {
      here.add("Expected either this, or start, stepMinutes and steps, not both.");
    }
    int size = request.boundaries().size();
    if (size < 2 || size > MOST_STEPS + 1) {
      here.add("These are %d, expected 2 to %d.".formatted(size, MOST_STEPS + 1));
      return Optional.empty();
    }
    return here.attempt(() -> new TimeGrid(request.boundaries()));
  }
}
