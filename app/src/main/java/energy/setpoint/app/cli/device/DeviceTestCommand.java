package energy.setpoint.app.cli.device;

import energy.setpoint.core.site.DeviceId;
import energy.setpoint.der.device.DeviceAddress;
import energy.setpoint.der.device.DeviceConnection;
import energy.setpoint.der.device.ReadingVerdict;
import energy.setpoint.der.modbus.DeviceProbe;
import energy.setpoint.der.modbus.ProbeReport;
import energy.setpoint.der.template.DeviceTemplate;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code setpoint device test}: a device and a template in, what was understood out. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Reads a Modbus device by a template and prints what it understood. Writes nothing to it.",
      "Many devices accept one client: stop the engine first."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the engine would take this for a reading",
      "1:the device answered, but a value is missing or impossible",
      "2:the template cannot be used, or the device does not answer"
    })
final class DeviceTestCommand implements Callable<Integer> {

  private static final int NO_READING = 1;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "TEMPLATE",
      description = "The name of a device template, or its file.")
  private @Nullable String template;

  @Option(
      names = "--address",
      required = true,
      paramLabel = "ADDRESS",
      description = {
        "modbus://host:port/unit, modbus+rtu://host:port/unit for RTU frames through TCP,",
        "or serial:///dev/ttyUSB0?baud=9600&parity=none&unit=1"
      })
  private @Nullable String address;

  @Option(
      names = "--watch",
      arity = "0..1",
      paramLabel = "TIMES",
      fallbackValue = "2147483647",
      description = "Read again with the period of the template, until Ctrl-C or so many times.")
  private int times = 1;

  @Mixin private final TemplateFolder folder = new TemplateFolder();

  @Override
  public Integer call() throws IOException, InterruptedException {
    CommandLine here = Objects.requireNonNull(spec).commandLine();
    DeviceTemplate described = folder.get(Objects.requireNonNull(template));
    DeviceAddress at = DeviceAddress.parse(Objects.requireNonNull(address));
    DeviceConnection connection = new DeviceConnection(new DeviceId("device"), described, at);
    PrintWriter out = here.getOut();
    out.println(described.description());
    try (DeviceProbe probe = new DeviceProbe(connection, InstantSource.system())) {
      int code = tell(probe.read(), out);
      for (int read = 1; read < times; read++) {
        Thread.sleep(described.period());
        code = tell(probe.read(), out);
      }
      return code;
    }
  }

  private static int tell(ProbeReport report, PrintWriter out) {
    out.println();
    out.print(ProbeTable.of(report));
    out.flush();
    return switch (report.verdict()) {
      case ReadingVerdict.Believed _ -> 0;
      case ReadingVerdict.Refused _ -> NO_READING;
    };
  }
}
