package energy.setpoint.simulation.grid;

/** A function keeps an inverter from what its charging profiles say, and why (R05.FR.01). */
public record Deviation(Function function, Fault fault) {

  static Deviation of(Function function, GridState grid) {
    return new Deviation(
        function,
        switch (function) {
          case LIMIT_MAX_DISCHARGE -> Fault.REMOTE_EMERGENCY;
          case POWER_MONITORING_TRIP -> Fault.LOCAL_EMERGENCY;
          case HIGH_FREQUENCY_TRIP -> Fault.OVER_FREQUENCY;
          case LOW_FREQUENCY_TRIP -> Fault.UNDER_FREQUENCY;
          case HIGH_VOLTAGE_TRIP, HIGH_VOLTAGE_CESSATION -> Fault.OVER_VOLTAGE;
          case LOW_VOLTAGE_TRIP, LOW_VOLTAGE_CESSATION -> Fault.UNDER_VOLTAGE;
          case VOLT_WATT -> Fault.ofVoltage(grid);
          case FREQ_WATT, FREQ_DROOP -> Fault.ofFrequency(grid);
          case ENTER_SERVICE ->
              grid.hertz() == GridState.NOMINAL_HERTZ
                  ? Fault.ofVoltage(grid)
                  : Fault.ofFrequency(grid);
        });
  }
}
