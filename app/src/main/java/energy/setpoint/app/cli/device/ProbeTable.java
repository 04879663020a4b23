package energy.setpoint.app.cli.device;

import energy.setpoint.core.reading.BatteryReading;
import energy.setpoint.core.reading.DeviceReading;
import energy.setpoint.core.reading.GridSignalReading;
import energy.setpoint.core.reading.InverterReading;
import energy.setpoint.core.reading.MeterReading;
import energy.setpoint.der.device.ReadingVerdict;
import energy.setpoint.der.modbus.ProbeReport;
import energy.setpoint.der.modbus.ProbedPoint;
import energy.setpoint.der.template.PointUnit;
import energy.setpoint.der.template.RegisterPoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a device said, as text for a terminal. */
final class ProbeTable {

  private static final String ROW = "%-12s %12s %-3s  %-20s %s%n";

  private ProbeTable() {}

  static String of(ProbeReport report) {
    StringBuilder table = new StringBuilder();
    table.append(ROW.formatted("point", "value", "", "registers", "read"));
    report.points().forEach(it -> table.append(row(it)));
    table.append("%n%s%n".formatted(verdict(report.verdict())));
    return table.toString();
  }

  private static String row(ProbedPoint probed) {
    RegisterPoint point = probed.point();
    String value =
        probed.quantity().isPresent() ? shown(probed.quantity().getAsDouble(), point) : "-";
    String read = words(probed);
    if (!probed.missing().isEmpty()) {
      read = read.isEmpty() ? probed.missing() : read + "  " + probed.missing();
    }
    return ROW.formatted(probed.name(), value, unit(point), registers(point), read);
  }

  /** In W, A or %, whatever the device counts in. */
  private static String shown(double quantity, RegisterPoint point) {
    double number = unit(point).equals("%") ? quantity * 100 : quantity;
    BigDecimal rounded = BigDecimal.valueOf(number).setScale(3, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private static String unit(RegisterPoint point) {
    PointUnit unit = point.conversion().unit();
    return switch (unit) {
      case WATT, KILOWATT -> "W";
      case AMPERE, MILLIAMPERE -> "A";
      case PERCENT, FRACTION -> "%";
      case NUMBER -> "";
    };
  }

  private static String registers(RegisterPoint point) {
    String last = point.registers() == 1 ? "" : "-" + (point.end() - 1);
    return point.table().key() + " " + point.address() + last;
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
