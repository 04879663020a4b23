package energy.setpoint.app.cli.device;

import energy.setpoint.der.sunspec.Binding;
import energy.setpoint.der.sunspec.DeviceIdentity;
import energy.setpoint.der.sunspec.Discovery;
import energy.setpoint.der.sunspec.Model;
import energy.setpoint.der.template.DeviceKind;
import energy.setpoint.der.template.Measured;
import energy.setpoint.der.template.RegisterControl;
import energy.setpoint.der.template.Transport;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was found in a SunSpec device, for people. */
record ModelTable(Discovery.Found found) {

  private static final List<DeviceKind> KINDS =
      List.of(DeviceKind.INVERTER, DeviceKind.METER, DeviceKind.BATTERY);

  void print(PrintWriter out) {
    DeviceIdentity identity = found.identity();
    out.println("maker          " + shown(identity.maker()));
    out.println("model          " + shown(identity.model()));
    out.println("version        " + shown(identity.version()));
    out.println("serial number  " + shown(identity.serialNumber()));
    out.println();
    out.println("SunSpec at " + found.base());
    found.models().forEach(it -> printModel(out, it));
    out.println();
    for (DeviceKind kind : KINDS) {
      out.printf("%-12s %s%n", "as " + kind.key(), use(kind));
    }
  }

  private static void printModel(PrintWriter out, Model model) {
    out.printf("%7d  model %-5d  %s%n", model.address(), model.id(), model.title());
    String values =
        model.values().entrySet().stream()
            .map(it -> it.getKey() + " " + number(it.getValue()))
            .collect(Collectors.joining(", "));
    if (!values.isEmpty()) {
      out.println("         " + values);
    }
  }

  private String use(DeviceKind kind) {
    return switch (Binding.of(found, kind, Transport.SunSpec.standard(kind))) {
      case Binding.Unfit unfit -> "no: it " + unfit.reason();
      case Binding.Bound bound -> {
        String measured =
            bound.registers().measured().stream()
                .sorted()
                .map(Measured::key)
                .collect(Collectors.joining(", "));
        String control =
            bound
                .registers()
                .control()
                .map(it -> "; obeys " + range(kind, it))
                .or(() -> bound.withoutControl().map(it -> "; obeys nothing: it " + it))
                .orElse("");
        yield "measures " + measured + (kind == DeviceKind.METER ? "" : control);
      }
    };
  }

  private static String range(DeviceKind kind, RegisterControl control) {
    return switch (kind) {
      case INVERTER -> "limits up to " + control.highest();
      case BATTERY, METER, GRID_SIGNAL ->
          "setpoints from " + control.lowest() + " to " + control.highest();
    };
  }

  private static String shown(String text) {
    return text.isEmpty() ? "-" : text;
  }

  /** Two digits after the point, where there is something. */
  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.replaceFirst("\\.?0+$", "");
  }
}
