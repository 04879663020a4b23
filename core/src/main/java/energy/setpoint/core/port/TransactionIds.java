package energy.setpoint.core.port;

/** Hands out transaction ids where the engine, not the station, must choose them (OCPP 1.6). */
public interface TransactionIds {

  /** A positive number that was never handed out before, restarts included. */
  int next();
}
