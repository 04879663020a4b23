package energy.setpoint.app.cli;

import energy.setpoint.app.composite.CompositeCase;
import energy.setpoint.app.composite.CompositeFiles;
import energy.setpoint.app.composite.CompositePicture;
import energy.setpoint.app.composite.CompositeTable;
import energy.setpoint.ocpp.composite.CompositeAnswer;
import energy.setpoint.ocpp.composite.CompositeSchedule;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code setpoint composite}: profiles and a request in, the periods of the station out. */
@Command(
    name = "composite",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Computes what a station may draw from its charging profiles, as GetCompositeSchedule asks.",
      "Profiles are payloads of SetChargingProfile in OCPP 1.6, 2.0.1 or 2.1.",
      "Sample: config/composite; the format and the rules: docs/ocpp/composite.md"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the schedule was printed",
      "1:a station would reject the request",
      "2:the file cannot be used, or a station would refuse one of the profiles"
    })
public final class CompositeCommand implements Callable<Integer> {

  private static final int REJECTED = 1;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "The profiles and the request as JSON; - reads standard input.")
  private @Nullable Path file;

  @Option(names = "--summary", description = "Print a table for people instead of JSON.")
  private boolean summary;

  @Option(
      names = "--picture",
      paramLabel = "FILE.html",
      description = "Also draw limits and setpoint as a page.")
  private @Nullable Path picture;

  @Override
  public Integer call() throws IOException {
    CommandLine here = Objects.requireNonNull(spec).commandLine();
    OutputFile.requireWritable("picture", picture, ".html");
    CompositeCase question =
        InputText.read("case", Objects.requireNonNull(file), CompositeFiles::read);
    CompositeAnswer answer = question.answer();
    print(question, answer, here.getOut());
    return switch (answer) {
      case CompositeAnswer.Accepted accepted -> 0;
      case CompositeAnswer.Rejected rejected -> {
        here.getErr().println("setpoint: rejected: " + rejected.reason());
        yield REJECTED;
      }
    };
  }

  private void print(CompositeCase question, CompositeAnswer answer, PrintWriter out)
      throws IOException {
    Optional<CompositeSchedule> schedule =
        answer instanceof CompositeAnswer.Accepted(CompositeSchedule accepted)
            ? Optional.of(accepted)
            : Optional.empty();
    if (picture != null && schedule.isPresent()) {
      Files.writeString(picture, CompositePicture.html(schedule.get(), question.station()));
    }
    out.print(
        schedule
            .filter(accepted -> summary)
            .map(accepted -> CompositeTable.of(accepted, question.station()))
            .orElseGet(() -> CompositeFiles.write(question.dialect(), answer)));
    out.flush();
  }
}
