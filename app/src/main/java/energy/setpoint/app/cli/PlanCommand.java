package energy.setpoint.app.cli;

import energy.setpoint.app.plan.PlanFiles;
import energy.setpoint.app.plan.PlanReview;
import energy.setpoint.app.plan.explain.WhyWriter;
import energy.setpoint.app.plan.result.PlanDocument;
import energy.setpoint.app.plan.result.PlanWriter;
import energy.setpoint.app.plan.result.Why;
import energy.setpoint.app.plan.show.PlanPicture;
import energy.setpoint.app.plan.show.PlanTable;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

  /** Shortfalls whose reasons fit on a screen. */
  private static final int MOST_TOLD = 20;

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
      names = {"--budget", "--seconds"},
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "Time after which the best answer known is given; default: ${DEFAULT-VALUE}.")
  private double seconds;

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      defaultValue = Planners.OPTIMAL,
      description = "Who answers: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.",
      completionCandidates = StrategyNames.class)
  private String strategy = Planners.OPTIMAL;

  @Option(
      names = "--summary",
      description = "Print a table for people instead of the plan as JSON.")
  private boolean summary;

  @Option(
      names = "--why",
      paramLabel = "NAME",
      description = "Print why a vehicle, battery or flexible load gets what it gets. Repeatable.")
  private List<String> why = List.of();

  @Option(
      names = "--no-why",
      description = "Leave the reasons out of the JSON, and search for no remedies.")
  private boolean bare;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the plan as JSON to a file instead of printing it.")
  private @Nullable Path out;

  @Option(
      names = "--picture",
      paramLabel = "FILE.html",
      description = "Also draw power, limits, prices and vehicles as a page.")
  private @Nullable Path picture;

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
    if (!(seconds >= 0.001 && seconds <= 86_400)) {
      throw new ParameterException(
          here.commandLine(), "--budget is " + seconds + ", expected 0.001 to 86400 seconds.");
    }
    Plan plan = solve(problem, here.commandLine().getErr());
    PlanDocument document =
        bare
            ? PlanWriter.document(problem, plan)
            : PlanFiles.explained(problem, plan, budget().dividedBy(2));
    if (picture != null) {
      Files.writeString(picture, PlanPicture.html(problem, plan));
    }
    if (out != null) {
      Files.writeString(out, PlanFiles.write(document));
    }
    if (summary) {
      printer.print(PlanTable.of(problem, plan));
      document.why().ifPresent(reasons -> tellShortfalls(reasons, printer));
    }
    why.forEach(name -> tell(problem, plan, name, here));
    if (out == null && !summary && why.isEmpty()) {
      printer.print(PlanFiles.write(document));
    } else if (out != null && !summary) {
      printer.println(PlanTable.headline(plan));
    }
    printer.flush();
    return 0;
  }

  private static void tellShortfalls(Why reasons, PrintWriter printer) {
    reasons.shortfalls().stream()
        .limit(MOST_TOLD)
        .flatMap(shortfall -> shortfall.words().stream())
        .forEach(printer::println);
  }

  private static void tell(PlanningProblem problem, Plan plan, String name, CommandSpec here) {
    String story =
        WhyWriter.story(problem, plan, name)
            .orElseThrow(() ->
                new ParameterException(
                    here.commandLine(), "The problem has no device \"" + name + "\"."));
    here.commandLine().getOut().println(story);
  }

  private Duration budget() {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private Plan solve(PlanningProblem problem, PrintWriter err) {
    String what =
        "%d vehicles over %d steps".formatted(problem.vehicles().size(), problem.grid().size());
    try (SolveProgress telling = SolveProgress.tell(err, what, budget())) {
      return Planners.named(strategy).plan(problem, budget());
    }
  }
}
