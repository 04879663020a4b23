package energy.setpoint.der.modbus;

import energy.setpoint.der.device.ReadingVerdict;
import java.util.List;

/**
 * How a device was understood by its template.
 *
 * @param verdict whether the engine would act upon it
 */
public record ProbeReport(
    List<ProbedPoint> points, List<ProbedPoint> details, ReadingVerdict verdict) {

  public ProbeReport {
    points = List.copyOf(points);
    details = List.copyOf(details);
  }
}
