package energy.setpoint.ocpp.v16.station;

import energy.setpoint.core.event.EvseMeasured;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.ocpp.meter.EvseSampleReader;
import energy.setpoint.ocpp.meter.MeterSample;
import energy.setpoint.ocpp.v16.wire.MeterValue;
import energy.setpoint.ocpp.v16.wire.SampledValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Meter values of OCPP 1.6, which are numbers written as strings. */
public final class Measurements16 {

  private static final Logger LOG = LoggerFactory.getLogger(Measurements16.class);

  private Measurements16() {}

  /** One event for each moment at which something of use was measured. */
  static List<StationEvent> events(
      List<MeterValue> values, EvseRef evse, Optional<String> transactionId) {
    List<StationEvent> events = new ArrayList<>();
    for (MeterValue value : values) {
      EvseSampleReader.find(samples(value, evse))
          .map(sample -> new EvseMeasured(evse, value.timestamp(), transactionId, sample))
          .ifPresent(events::add);
    }
    return events;
  }

  private static List<MeterSample> samples(MeterValue value, EvseRef evse) {
    List<MeterSample> samples = new ArrayList<>();
    for (SampledValue sampled : value.sampledValue()) {
      boolean signed = sampled.format().filter("SignedData"::equals).isPresent();
      OptionalDouble number = signed ? OptionalDouble.empty() : findNumber(sampled, evse);
      number.ifPresent(found -> samples.add(sample(sampled, found)));
    }
    return samples;
  }

  private static MeterSample sample(SampledValue sampled, double number) {
    return new MeterSample(
        sampled.measurand().orElse(MeterSample.DEFAULT_MEASURAND),
        sampled.phase(),
        sampled.location().orElse(MeterSample.DEFAULT_LOCATION),
        number,
        sampled.unit(),
        0);
  }

  /**
   * One unreadable value must not cost the others: a station that is refused sends the same again.
   */
  private static OptionalDouble findNumber(SampledValue sampled, EvseRef evse) {
    try {
      double number = Double.parseDouble(sampled.value());
      if (Double.isFinite(number)) {
        return OptionalDouble.of(number);
      }
    } catch (NumberFormatException notANumber) {
      // Logged below, like infinity.
    }
    LOG.warn(
        "EVSE {} measured {} as '{}', which is no number; left out.",
        evse,
        sampled.measurand().orElse(MeterSample.DEFAULT_MEASURAND),
        sampled.value().substring(0, Math.min(20, sampled.value().length())));
    return OptionalDouble.empty();
  }
}
