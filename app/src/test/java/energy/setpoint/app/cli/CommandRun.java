package energy.setpoint.app.cli;

import energy.setpoint.app.cli.device.DeviceCommand;
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

  /** {@code ./setpoint device} with some arguments. */
  public static CommandRun device(String... arguments) {
    return of(new DeviceCommand(), arguments);
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
