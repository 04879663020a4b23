package energy.setpoint.simulation.station.line;

/** A message that must reach the engine sooner or later; built when it is sent. */
@FunctionalInterface
public interface TransactionMessage {

  Call build();
}
