package energy.setpoint.ocpp;

import energy.setpoint.ocpp.composite.CompositeDialect;
import energy.setpoint.ocpp.v16.composite.Composite16;
import energy.setpoint.ocpp.v201.composite.Composite201;
import energy.setpoint.ocpp.v21.composite.Composite21;
import java.util.List;

/** The versions of OCPP whose composite schedules are known; a new one is one line. */
public final class CompositeDialects {

  private CompositeDialects() {}

  /** The oldest first. */
  public static List<CompositeDialect> bundled() {
    return List.of(new Composite16(), new Composite201(), new Composite21());
  }
}
