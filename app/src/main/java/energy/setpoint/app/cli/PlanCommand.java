package energy.setpoint.app.cli;

import energy.setpoint.app.plan.PlanFiles;
import energy.setpoint.app.plan.PlanReview;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanOptimizer;
import energy.setpoint.core.plan.PlanningProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code setpoint plan}: one problem in, one plan out; or a plan held against its problem. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Computes the plan of one problem, the same JSON as POST /api/v1/plans takes, and prints it.",
      "With --check, verifies a plan against a problem instead, whoever made it.",
      "Samples: config/plans; the format: docs/reference/plan-problem.md"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:a plan was printed, or the checked plan is sound",
      "1:the checked plan breaks a limit, or states what is not so",
      "2:a file cannot be used"
    })
public final class PlanCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "The problem as JSON; - reads standard input.")
  private @Nullable Path file;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "RESULT",
      description = "With --check: the plan as JSON; only the powers of its devices are needed.")
  private @Nullable Path result;

  @Option(
      names = "--check",
      description = "Verify the limits, energies and costs of RESULT, without any solver.")
  private boolean check;

  @Option(
      names = "--budget",
      paramLabel = "SECONDS",
      defaultValue = "10",
      converter = Seconds.class,
      description = "Time after which the best answer known is given; default: ${DEFAULT-VALUE}.")
  private Duration budget = Duration.ofSeconds(10);

  /** Another name, as its own option so that complaints name the one that was written. */
  @Option(names = "--seconds", hidden = true, converter = Seconds.class)
  void setSeconds(Duration seconds) {
    budget = seconds;
  }

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      defaultValue = Planners.OPTIMAL,
      description = "Who answers: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.",
      completionCandidates = StrategyNames.class)
  private String strategy = Planners.OPTIMAL;

  @Mixin private PlanOutput output = new PlanOutput();

  /** For the help. */
  static final class StrategyNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Planners.names().iterator();
    }
  }

  @Override
  public Integer call() throws IOException {
    CommandSpec here = Objects.requireNonNull(spec);
    PrintWriter printer = here.commandLine().getOut();
    Path problemFile = Objects.requireNonNull(file);
    if (check != (result != null)) {
      throw new ParameterException(
          here.commandLine(),
          check
              ? "--check needs two files: the problem and the result."
              : "There are two files. Maybe --check is missing.");
    }
    if (problemFile.equals(result) && InputText.isStandardInput(problemFile)) {
      throw new ParameterException(
          here.commandLine(), "Only one of the two files can be the standard input.");
    }
    PlanningProblem problem = InputText.read("problem", problemFile, PlanFiles::read);
    return result != null ? check(problem, result, printer) : plan(problem, here, printer);
  }

  private static int check(PlanningProblem problem, Path result, PrintWriter printer)
      throws IOException {
    PlanReview review =
        InputText.read(
            "result", result, json -> PlanReview.of(problem, PlanFiles.readResult(json)));
    printer.println(review.text());
    return review.isSound() ? 0 : 1;
  }

  private int plan(PlanningProblem problem, CommandSpec here, PrintWriter printer)
      throws IOException {
    output.requireUsableFor(problem);
    Plan plan = solve(problem, here.commandLine().getErr());
    output.tell(problem, plan, budget.dividedBy(2), printer);
    return 0;
  }

  private Plan solve(PlanningProblem problem, PrintWriter err) {
    PlanOptimizer planner = Planners.named(strategy);
    String what =
        "%d vehicles over %d steps".formatted(problem.vehicles().size(), problem.grid().size());
    try (SolveProgress telling = SolveProgress.tell(err, what, budget)) {
      return planner.plan(problem, budget);
    }
  }
}
