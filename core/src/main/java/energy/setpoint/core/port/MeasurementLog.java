package energy.setpoint.core.port;

import java.util.List;

/** Keeps measurements. */
public interface MeasurementLog {

  void record(List<Measurement> measurements);
}
