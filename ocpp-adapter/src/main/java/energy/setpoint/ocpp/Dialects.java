package energy.setpoint.ocpp;

import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.v16.Ocpp16Dialect;
import energy.setpoint.ocpp.v201.Ocpp201Dialect;
import energy.setpoint.ocpp.v21.Ocpp21Dialect;
import java.util.List;

/** The versions of OCPP that are spoken here; a new one is one package and one line. */
public final class Dialects {

  private Dialects() {}

  /** The newest first; a station's own order of preference goes before. */
  public static List<OcppDialect> bundled() {
    return List.of(new Ocpp21Dialect(), new Ocpp201Dialect(), new Ocpp16Dialect());
  }
}
