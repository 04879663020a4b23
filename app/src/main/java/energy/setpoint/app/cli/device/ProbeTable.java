package energy.setpoint.app.cli.device;

import energy.setpoint.core.reading.BatteryReading;
import energy.setpoint.core.reading.DeviceReading;
import energy.setpoint.core.reading.GridSignalReading;
import energy.setpoint.core.reading.InverterReading;
import energy.setpoint.core.reading.MeterReading;
import energy.setpoint.der.device.ReadingVerdict;
import energy.setpoint.der.modbus.ProbeReport;
import energy.setpoint.der.modbus.ProbedPoint;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a device said, as text for a terminal. */
final class ProbeTable {

  private static final String ROW = "%-16s %14s  %-20s %s%n";

  private ProbeTable() {}

  static String of(ProbeReport report) {
    StringBuilder table = new StringBuilder();
    table.append(ROW.formatted("point", "value", "registers", "read"));
    report.points().forEach(it -> table.append(row(it)));
    report.details().forEach(it -> table.append(row(it)));
    table.append("%n%s%n".formatted(verdict(report.verdict())));
    return table.toString();
  }

  private static String row(ProbedPoint probed) {
    String last = probed.registers() == 1 ? "" : "-" + (probed.address() + probed.registers() - 1);
    String registers = probed.table().key() + " " + probed.address() + last;
    String read = (words(probed) + "  " + probed.missing()).strip();
    return ROW.formatted(probed.name(), probed.value().orElse("-"), registers, read);
  }

  private static String words(ProbedPoint probed) {
    return probed.words().stream()
        .map(it -> String.format(Locale.ROOT, "%04X", it))
        .collect(Collectors.joining(" "));
  }

  private static String verdict(ReadingVerdict verdict) {
    return switch (verdict) {
      case ReadingVerdict.Believed(DeviceReading reading) ->
          "A reading: " + words(reading) + ". Positive flows from the grid to the device.";
      case ReadingVerdict.Refused(String reason) -> "No reading: " + reason + ".";
    };
  }

  private static String words(DeviceReading reading) {
    return switch (reading) {
      case InverterReading inverter -> "inverter at " + inverter.power();
      case BatteryReading battery -> "battery at " + battery.power() + ", " + battery.soc();
      case GridSignalReading signal -> "the grid operator says " + signal.told();
      case MeterReading meter -> "meter at " + meter.power() + ", " + meter.currents();
    };
  }
}
