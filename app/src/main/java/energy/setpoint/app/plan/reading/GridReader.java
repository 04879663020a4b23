package energy.setpoint.app.plan.reading;

import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.app.plan.json.InvalidDocument.Kind;
import energy.setpoint.app.plan.json.Part;
import energy.setpoint.app.plan.request.PlanRequest;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the steps of the plan. Without them nothing else can be checked. */
record GridReader(PlanRequest request, Findings findings) {

  private static final int MOST_STEPS = 2000;
  private static final int MOST_MINUTES = 24 * 60;

  TimeGrid read() {
    Optional<TimeGrid> grid;
    if (!request.boundaries().isEmpty()) {
      grid = explicit();
    } else if (!request.stepsMinutes().isEmpty()) {
      grid = unequal();
    } else {
      grid = uniform();
    }
    findings.throwIfAny(Kind.IMPOSSIBLE);
    return grid.orElseThrow();
  }

  private Optional<TimeGrid> uniform() {
    Part part = new Part(findings);
    int minutes = part.count("stepMinutes", request.stepMinutes(), 1, MOST_MINUTES, 15);
    int steps = part.count("steps", request.steps(), 1, MOST_STEPS, 96);
    return start().map(start -> TimeGrid.uniform(start, Duration.ofMinutes(minutes), steps));
  }

  private Optional<TimeGrid> unequal() {
    Findings here = findings.at("stepsMinutes");
    if (request.stepMinutes().isPresent() || request.steps().isPresent()) {
      here.add("Expected either this, or stepMinutes and steps, not both.");
    }
    List<Integer> minutes = request.stepsMinutes();
    if (minutes.size() > MOST_STEPS) {
      here.add("These are %d, expected 1 to %d.".formatted(minutes.size(), MOST_STEPS));
    }
    int before = findings.count();
    for (int i = 0; i < minutes.size() && findings.count() == before; i++) {
      int length = minutes.get(i);
      if (length < 1 || length > MOST_MINUTES) {
        here.at(i).add("This is %d, expected a number from 1 to 1440.".formatted(length));
      }
    }
    return start().map(start -> new TimeGrid(boundaries(start, minutes)));
  }

  private static List<Instant> boundaries(Instant start, List<Integer> minutes) {
    List<Instant> boundaries = new ArrayList<>(List.of(start));
    for (int length : minutes) {
      boundaries.add(boundaries.getLast().plus(Duration.ofMinutes(Math.max(1, length))));
    }
    return boundaries;
  }

  private Optional<Instant> start() {
    if (request.start().isEmpty()) {
      findings.at("start").add("This is missing. Maybe give boundaries instead.");
    }
    return request.start();
  }

  private Optional<TimeGrid> explicit() {
    Findings here = findings.at("boundaries");
    if (request.start().isPresent()
        || request.stepMinutes().isPresent()
        || request.steps().isPresent()
        || !request.stepsMinutes().isEmpty()) {
      here.add("Expected either this, or start and the length of the steps, not both.");
    }
    int size = request.boundaries().size();
    if (size < 2 || size > MOST_STEPS + 1) {
      here.add("These are %d, expected 2 to %d.".formatted(size, MOST_STEPS + 1));
      return Optional.empty();
    }
    return here.attempt(() -> new TimeGrid(request.boundaries()));
  }
}
