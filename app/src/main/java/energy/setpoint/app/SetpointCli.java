package energy.setpoint.app;

import energy.setpoint.app.cli.Complaints;
import energy.setpoint.app.cli.CompositeCommand;
import energy.setpoint.app.cli.PlanCommand;
import energy.setpoint.app.cli.ServeCommand;
import energy.setpoint.app.cli.Version;
import energy.setpoint.app.cli.device.DeviceCommand;
import energy.setpoint.app.demo.DemoCommand;
import energy.setpoint.app.replay.ReplayCommand;
import energy.setpoint.app.security.CaCommand;
import energy.setpoint.app.security.PasswordCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The one program: {@code setpoint <command>}. */
@Command(
    name = "setpoint",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "A smart charging and energy management engine.",
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      PlanCommand.class,
      CompositeCommand.class,
      ReplayCommand.class,
      DeviceCommand.class,
      PasswordCommand.class,
      CaCommand.class
    })
public final class SetpointCli {

  private SetpointCli() {}

  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    Complaints complaints = new Complaints();
    int code =
        new CommandLine(new SetpointCli())
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(complaints)
            .setExecutionExceptionHandler(complaints)
            .execute(args);
    System.exit(code);
  }
}
