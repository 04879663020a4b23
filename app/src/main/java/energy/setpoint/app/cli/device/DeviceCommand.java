package energy.setpoint.app.cli.device;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code setpoint device}: which devices can be described, and whether one is understood. */
@Command(
    name = "device",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(list | test | scan)",
    subcommands = {DeviceListCommand.class, DeviceTestCommand.class, DeviceScanCommand.class},
    description = {
      "Lists the device templates, and tries them on devices.",
      "How to write a template: docs/how-to/devices.md"
    })
public final class DeviceCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    var here = Objects.requireNonNull(spec).commandLine();
    here.usage(here.getOut());
  }
}
