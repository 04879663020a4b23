package energy.setpoint.app.cli;

import energy.setpoint.app.plan.PlanFiles;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.optimizer.Optimizers;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code setpoint plan}: one problem in, one plan out. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = {
      "Computes the plan of one problem, the same JSON as POST /api/v1/plans takes, and prints it.",
      "A sample: config/samples/plan-problem.json"
    })
public final class PlanCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The problem as JSON; - reads standard input.")
  private @Nullable Path file;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "10",
      description = "Time after which the best answer known is given; default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Override
  public Integer call() throws IOException {
    PlanningProblem problem = PlanFiles.read(read(Objects.requireNonNull(file)));
    Plan plan = Optimizers.linearWithFallback().plan(problem, Duration.ofSeconds(seconds));
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.print(PlanFiles.write(plan));
    out.flush();
    return 0;
  }

  private static String read(Path file) throws IOException {
    if (file.toString().equals("-")) {
      return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    }
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException("The problem file " + file + " cannot be read.");
    }
    return Files.readString(file);
  }
}
