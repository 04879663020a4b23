package energy.setpoint.app.cli.device;

import energy.setpoint.app.cli.Complaints;
import energy.setpoint.der.device.DeviceAddress;
import energy.setpoint.der.device.ModbusAddress;
import energy.setpoint.der.modbus.SunSpecScan;
import energy.setpoint.der.sunspec.Discovery;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code setpoint device scan}: which SunSpec models a device has, and what they are good for. */
@Command(
    name = "scan",
    mixinStandardHelpOptions = true,
    description = {
      "Asks a device for its SunSpec models, and prints them with what they measure now.",
      "Only reads; nothing is written to the device."
    })
final class DeviceScanCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--address",
      required = true,
      paramLabel = "URL",
      description = {
        "modbus://host[:port][/unit], modbus+rtu://host:port[/unit] or",
        "serial:///dev/port?baud=9600&unit=1; unit 1 where it is left out."
      })
  private String address = "";

  @Option(
      names = "--timeout",
      paramLabel = "MS",
      defaultValue = "3000",
      description = "For connecting and for each answer; default: ${DEFAULT-VALUE} ms.")
  private int timeoutMillis;

  @Override
  public Integer call() throws IOException {
    if (!(DeviceAddress.parse(address) instanceof ModbusAddress modbus)) {
      throw new IllegalArgumentException(
          "The address is '" + address + "'; SunSpec is spoken at modbus://host:port/unit.");
    }
    if (timeoutMillis < 10 || timeoutMillis > 60_000) {
      throw new IllegalArgumentException(
          "The timeout is " + timeoutMillis + " ms; expected 10 to 60000.");
    }
    CommandLine here = Objects.requireNonNull(spec).commandLine();
    return switch (SunSpecScan.of(modbus, Duration.ofMillis(timeoutMillis))) {
      case Discovery.Found found -> {
        new ModelTable(found).print(here.getOut());
        yield 0;
      }
      case Discovery.Nothing nothing -> {
        here.getErr().println("setpoint: " + address + " " + nothing.reason() + ".");
        yield Complaints.UNUSABLE_INPUT;
      }
    };
  }
}
