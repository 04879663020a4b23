package energy.setpoint.der.template;

import java.util.List;
import java.util.stream.Collectors;

/** Templates that cannot be used, with everything that is wrong in them. */
public final class TemplateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  // Exceptions must be serializable, and nobody serializes this one.
  private final transient List<TemplateProblem> problems;

  TemplateException(List<TemplateProblem> problems) {
    super(problems.stream().map(TemplateProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** At least one. */
  public List<TemplateProblem> problems() {
    return problems;
  }
}
