package energy.setpoint.core.control;

import energy.setpoint.core.plan.PlanOptimizer;
import energy.setpoint.core.port.BatteryGateway;
import energy.setpoint.core.port.ChargerGateway;
import energy.setpoint.core.port.GridLimitLog;
import energy.setpoint.core.port.IntentLog;
import energy.setpoint.core.port.InverterGateway;
import energy.setpoint.core.port.LedgerStore;
import energy.setpoint.core.port.MeasurementLog;
import energy.setpoint.core.port.PlanStore;
import energy.setpoint.core.port.SessionStore;

/** The world around the loop of a site. */
public record Ports(
    PlanOptimizer optimizer,
    ChargerGateway chargers,
    BatteryGateway batteries,
    InverterGateway inverters,
    SessionStore sessions,
    PlanStore plans,
    IntentLog intents,
    LedgerStore ledgers,
    MeasurementLog measurements,
    GridLimitLog gridLimits) {

  /** For a world that keeps no record of what the grid operator allowed, nor limits inverters. */
  public Ports(
      PlanOptimizer optimizer,
      ChargerGateway chargers,
      BatteryGateway batteries,
      SessionStore sessions,
      PlanStore plans,
      IntentLog intents,
      LedgerStore ledgers,
      MeasurementLog measurements) {
    this(
        optimizer,
        chargers,
        batteries,
        InverterGateway.none(),
        sessions,
        plans,
        intents,
        ledgers,
        measurements,
        GridLimitLog.NONE);
  }
}
