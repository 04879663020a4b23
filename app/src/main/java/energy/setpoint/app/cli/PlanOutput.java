package energy.setpoint.app.cli;

import energy.setpoint.app.plan.PlanFiles;
import energy.setpoint.app.plan.explain.WhyWriter;
import energy.setpoint.app.plan.result.PlanDocument;
import energy.setpoint.app.plan.result.PlanWriter;
import energy.setpoint.app.plan.show.PlanPicture;
import energy.setpoint.app.plan.show.PlanTable;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What becomes of a plan on the command line: JSON, a table, reasons, a picture. */
final class PlanOutput {

  /** Shortfalls whose reasons fit on a screen. */
  private static final int MOST_TOLD = 20;

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

  /**
   * Finds what is wrong with the options before anybody waits for a plan.
   *
   * @throws IllegalArgumentException in words for the user
   */
  void requireUsableFor(PlanningProblem problem) {
    OutputFile.requireWritable("plan", out);
    OutputFile.requireWritable("picture", picture, ".html");
    List<String> names = deviceNames(problem.nominal()).toList();
    for (String name : why) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException("The problem has no device \"" + name + "\".");
      }
    }
  }

  private static Stream<String> deviceNames(PlanningProblem problem) {
    return Stream.of(
            problem.vehicles().stream().map(v -> v.session().value()),
            problem.batteries().stream().map(b -> b.battery().id().value()),
            problem.flexibleLoads().stream().map(l -> l.id().value()))
        .flatMap(names -> names);
  }

  /**
   * Writes and prints what was asked for.
   *
   * @param timeBudget for the search for what would help those who leave short
   */
  void tell(PlanningProblem problem, Plan plan, Duration timeBudget, PrintWriter printer)
      throws IOException {
    PlanDocument document =
        bare ? PlanWriter.document(problem, plan) : PlanFiles.explained(problem, plan, timeBudget);
    if (picture != null) {
      Files.writeString(picture, PlanPicture.html(problem, plan));
    }
    if (out != null) {
      Files.writeString(out, PlanFiles.write(document));
    }
    if (summary) {
      printer.print(PlanTable.of(problem, plan));
      tellShortfalls(document, printer);
    }
    why.stream()
        .flatMap(name -> WhyWriter.story(problem, plan, name).stream())
        .forEach(printer::println);
    if (out == null && !summary && why.isEmpty()) {
      printer.print(PlanFiles.write(document));
    } else if (out != null && !summary) {
      printer.println(PlanTable.headline(plan));
    }
    printer.flush();
  }

  private static void tellShortfalls(PlanDocument document, PrintWriter printer) {
    document.why().stream()
        .flatMap(reasons -> reasons.shortfalls().stream())
        .limit(MOST_TOLD)
        .flatMap(shortfall -> shortfall.words().stream())
        .forEach(printer::println);
  }
}
