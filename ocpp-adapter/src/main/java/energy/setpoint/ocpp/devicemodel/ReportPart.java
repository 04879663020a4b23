package energy.setpoint.ocpp.devicemodel;

import java.util.List;

/**
 * A part of a report (NotifyReport).
 *
 * @param number of the part, from 0 (seqNo)
 * @param more true when parts with higher numbers follow (tbc)
 */
public record ReportPart(int requestId, int number, boolean more, List<VariableValue> values) {
  public ReportPart {
    values = List.copyOf(values);
  }
}
