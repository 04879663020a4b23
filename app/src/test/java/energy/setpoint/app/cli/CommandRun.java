package energy.setpoint.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * What a command did.
 *
 * @param code its exit code
 * @param out what it printed
 * @param err what it complained about
 */
public record CommandRun(int code, String out, String err) {

  /** {@code ./setpoint composite} with some arguments. */
  public static CommandRun composite(String... arguments) {
    return of(new CompositeCommand(), arguments);
  }

  private static CommandRun of(Object command, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Complaints complaints = new Complaints();
    int code =
        new CommandLine(command)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(complaints)
            .setExecutionExceptionHandler(complaints)
            .execute(arguments);
    return new CommandRun(code, out.toString(), err.toString());
  }
}
