package energy.setpoint.ocpp.v21.station;

import energy.setpoint.core.event.EvseMeasured;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.ocpp.meter.EvseSampleReader;
import energy.setpoint.ocpp.meter.MeterSample;
import energy.setpoint.ocpp.v21.wire.MeterValueType;
import energy.setpoint.ocpp.v21.wire.SampledValueType;
import energy.setpoint.ocpp.v21.wire.UnitOfMeasureType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Meter values of OCPP 2.1. */
public final class Measurements21 {

  private Measurements21() {}

  /** One event for each moment at which something of use was measured. */
  static List<StationEvent> events(
      List<MeterValueType> values, EvseRef evse, Optional<String> transactionId) {
    List<StationEvent> events = new ArrayList<>();
    for (MeterValueType value : values) {
      List<MeterSample> samples =
          value.sampledValue().stream().map(Measurements21::sample).toList();
      EvseSampleReader.find(samples)
          .map(sample -> new EvseMeasured(evse, value.timestamp(), transactionId, sample))
          .ifPresent(events::add);
    }
    return events;
  }

  private static MeterSample sample(SampledValueType sampled) {
    return new MeterSample(
        sampled.measurand().orElse(MeterSample.DEFAULT_MEASURAND),
        sampled.phase(),
        sampled.location().orElse(MeterSample.DEFAULT_LOCATION),
        sampled.value().doubleValue(),
        sampled.unitOfMeasure().flatMap(UnitOfMeasureType::unit),
        sampled.unitOfMeasure().flatMap(UnitOfMeasureType::multiplier).orElse(0));
  }
}
