package energy.setpoint.app.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import energy.setpoint.app.cli.Complaints;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class ReplayCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake(
            "written to curves.png: expected a name that ends in .html.", "--picture=curves.png"),
        mistake(
            "written to curves.html: expected a name that ends in .svg.",
            "--compare",
            "--picture=curves.html"),
        mistake("The table of visits cannot be written to src: it is a folder.", "--visits=src"),
        mistake("The table of curves cannot be written to no/c.csv: there is", "--curves=no/c.csv"),
        mistake("this is '4.3.2019', expected a day such as 2019-03-04.", "--from=4.3.2019"));
  }

  private static Arguments mistake(String complaint, String... options) {
    return arguments(complaint, List.of(options));
  }

  /** Before any file is read. */
  @ParameterizedTest
  @MethodSource("mistakes")
  void refusesWhatItCannotWriteOrUnderstand(String complaint, List<String> options) {
    List<String> arguments =
        Stream.concat(Stream.of("--sessions=none.csv", "--site=none.yaml"), options.stream())
            .toList();

    int code = run(arguments);

    assertThat(code).isEqualTo(Complaints.UNUSABLE_INPUT);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).startsWith("setpoint: ").contains(complaint);
    assertThat(err.toString()).doesNotContain("Exception");
  }

  private int run(List<String> arguments) {
    Complaints complaints = new Complaints();
    return new CommandLine(new ReplayCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setParameterExceptionHandler(complaints)
        .setExecutionExceptionHandler(complaints)
        .execute(arguments.toArray(String[]::new));
  }
}
