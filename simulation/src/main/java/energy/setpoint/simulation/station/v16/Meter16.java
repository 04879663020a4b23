package energy.setpoint.simulation.station.v16;

import energy.setpoint.simulation.station.line.Call;
import energy.setpoint.simulation.station.line.Json;
import energy.setpoint.simulation.station.state.MeterSample;
import energy.setpoint.simulation.station.state.Reading;
import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** MeterValues of 1.6 (section 6.31), in which numbers are texts. */
final class Meter16 {

  private Meter16() {}

  static Call call(int connector, MeterSample sample) {
    ArrayNode sampled = Json.array();
    sample.readings().forEach(reading -> sampled.add(sampled(reading)));
    ObjectNode value = Json.object().put("timestamp", sample.at().toString());
    value.set("sampledValue", sampled);
    ObjectNode payload = Json.object().put("connectorId", connector);
    payload.putArray("meterValue").add(value);
    return new Call("MeterValues", payload);
  }

  private static ObjectNode sampled(Reading reading) {
    ObjectNode node =
        Json.object()
            .put("value", decimal(reading.value()))
            .put("context", "Sample.Clock")
            .put("measurand", reading.measurand())
            .put("unit", reading.unit());
    reading.phase().ifPresent(phase -> node.put("phase", phase));
    return node;
  }

  private static String decimal(double value) {
    return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).toPlainString();
  }
}
