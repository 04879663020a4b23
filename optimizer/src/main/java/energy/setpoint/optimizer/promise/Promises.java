package energy.setpoint.optimizer.promise;

import energy.setpoint.optimizer.model.ConstraintFamily;
import java.util.List;

/** What every plan promises, whatever it costs. */
public final class Promises {

  /** Bounds first: later families leave out rows that the bounds already keep. */
  public static final List<ConstraintFamily> ALL =
      List.of(
          new EvseAndVehicleLimits(),
          new VehicleStorage(),
          new BatteryStorage(),
          new FlexibleLoads(),
          new EnergyByDeparture(),
          new EnergyInNotches(),
          new CircuitLimits(),
          new GridBalance(),
          new GridConnectionLimits(),
          new GridEvents());

  private Promises() {}
}
