package energy.setpoint.der.sunspec;

import energy.setpoint.der.template.Conversion;
import energy.setpoint.der.template.DeviceKind;
import energy.setpoint.der.template.Measured;
import energy.setpoint.der.template.PointUnit;
import energy.setpoint.der.template.RegisterPoint;
import energy.setpoint.der.template.SignConvention;
import energy.setpoint.der.template.Transport;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a device keeps what its kind must measure. Inverter models and model 701 count production
 * as positive, meters count import as positive.
 */
sealed interface MeasuredPoints {

  /** All that the kind must measure, and what it may measure as far as it is there. */
  record Points(Map<Measured, RegisterPoint> byQuantity) implements MeasuredPoints {

    public Points {
      byQuantity = Map.copyOf(byQuantity);
    }
  }

  /** The reason is a sentence without a full stop. */
  record Lacking(String reason) implements MeasuredPoints {}

  /** Meter models of three phases, star and delta; the others do not know what every fuse bears. */
  Set<Integer> THREE_PHASE_METERS = Set.of(203, 204, 213, 214);

  int SOLAR_PORT = 0;

  static MeasuredPoints of(Discovery.Found found, DeviceKind kind, Transport.SunSpec template) {
    return switch (kind) {
      case INVERTER -> inverter(found);
      case METER -> meter(found, template);
      case BATTERY -> battery(found);
      case GRID_SIGNAL ->
          new Lacking("has no model of what a grid operator says: SunSpec has none");
    };
  }

  private static MeasuredPoints inverter(Discovery.Found found) {
    return production(found)
        .<MeasuredPoints>map(it -> new Points(Map.of(Measured.POWER, it)))
        .orElse(new Lacking("has no inverter model: 101 to 103, 111 to 113 or 701"));
  }

  /** The power of the device, whichever model says it; at night there may be no value. */
  private static Optional<RegisterPoint> production(Discovery.Found found) {
    List<Model> models =
        Stream.of(ModelLayout.INVERTER, ModelLayout.INVERTER_FLOAT, ModelLayout.DER_MEASUREMENT)
            .flatMap(it -> found.all(it).stream())
            .toList();
    return models.stream()
        .filter(it -> it.has("W"))
        .findFirst()
        .or(() -> models.stream().findFirst())
        .map(it -> it.measured("W", power(SignConvention.GENERATION)));
  }

  private static MeasuredPoints meter(Discovery.Found found, Transport.SunSpec template) {
    List<Model> meters =
        Stream.of(ModelLayout.METER, ModelLayout.METER_FLOAT)
            .flatMap(it -> found.all(it).stream())
            .toList();
    if (meters.size() < template.meterNumber()) {
      return new Lacking(
          "has %d meter models, but meter %d is wanted"
              .formatted(meters.size(), template.meterNumber()));
    }
    Model meter = meters.get(template.meterNumber() - 1);
    return THREE_PHASE_METERS.contains(meter.id())
        ? new Points(meterPoints(meter, template.meterSign()))
        : new Lacking("has meter model " + meter.id() + ", which does not measure three phases");
  }

  private static Map<Measured, RegisterPoint> meterPoints(Model meter, SignConvention sign) {
    Conversion amps = new Conversion(1, PointUnit.AMPERE, sign);
    Map<Measured, RegisterPoint> points = new EnumMap<>(Measured.class);
    points.put(Measured.POWER, meter.measured("W", power(sign)));
    points.put(Measured.CURRENT_L1, meter.measured("AphA", amps));
    points.put(Measured.CURRENT_L2, meter.measured("AphB", amps));
    points.put(Measured.CURRENT_L3, meter.measured("AphC", amps));
    if (Stream.of("WphA", "WphB", "WphC").allMatch(meter::has)) {
      points.put(Measured.POWER_L1, meter.measured("WphA", power(sign)));
      points.put(Measured.POWER_L2, meter.measured("WphB", power(sign)));
      points.put(Measured.POWER_L3, meter.measured("WphC", power(sign)));
    }
    return points;
  }

  private static MeasuredPoints battery(Discovery.Found found) {
    Optional<RegisterPoint> power = production(found);
    Optional<RegisterPoint> soc = stateOfCharge(found);
    if (power.isEmpty() || soc.isEmpty()) {
      return new Lacking(
          "has no battery: 713 or 124 with a state of charge, and 101 to 103, 111 to 113 or 701");
    }
    if (hasSolarInputs(found)) {
      return new Lacking(
          "has solar inputs as well, so the power of its alternating current is not the battery's");
    }
    return new Points(Map.of(Measured.POWER, power.get(), Measured.SOC, soc.get()));
  }

  private static Optional<RegisterPoint> stateOfCharge(Discovery.Found found) {
    Conversion percent = new Conversion(1, PointUnit.PERCENT, SignConvention.LOAD);
    return found.all(ModelLayout.DER_STORAGE).stream()
        .findFirst()
        .map(it -> it.measured("SoC", percent))
        .or(() ->
            found.all(ModelLayout.STORAGE).stream()
                .filter(it -> it.has("ChaState"))
                .findFirst()
                .map(it -> it.measured("ChaState", percent)));
  }

  /**
   * Model 160 lists solar inputs; model 714 has a type for each port, in groups of 25 registers.
   */
  private static boolean hasSolarInputs(Discovery.Found found) {
    return !found.all(ModelLayout.SEVERAL_INPUTS).isEmpty()
        || found.all(ModelLayout.DER_DIRECT_CURRENT).stream()
            .anyMatch(it ->
                Stream.iterate(20, at -> at < it.words().size(), at -> at + 25)
                    .anyMatch(at -> it.words().get(at) == SOLAR_PORT));
  }

  private static Conversion power(SignConvention sign) {
    return new Conversion(1, PointUnit.WATT, sign);
  }
}
