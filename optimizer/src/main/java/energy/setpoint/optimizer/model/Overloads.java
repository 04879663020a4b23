package energy.setpoint.optimizer.model;

import energy.setpoint.core.time.TimeGrid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects where limits are broken by what nobody controls, and says so in one line for each. */
public final class Overloads {

  private final Map<String, Overload> bySubject = new LinkedHashMap<>();

  private record Overload(double worstKw, int firstStep, int steps) {

    Overload and(Overload other) {
      return new Overload(
          Math.max(worstKw, other.worstKw),
          Math.min(firstStep, other.firstStep),
          steps + other.steps);
    }
  }

  void add(String subject, int step, double excessKw) {
    bySubject.merge(subject, new Overload(excessKw, step, 1), Overload::and);
  }

  /** One sentence for each limit, in the order of discovery. */
  public List<String> inWords(TimeGrid grid) {
    List<String> sentences = new ArrayList<>();
    bySubject.forEach((subject, overload) ->
        sentences.add(
            String.format(
                Locale.ROOT,
                "%s is exceeded by up to %.1f kW in %d steps from %s on without any charging",
                subject,
                overload.worstKw(),
                overload.steps(),
                grid.boundaries().get(overload.firstStep()))));
    return sentences;
  }
}
