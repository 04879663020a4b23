package energy.setpoint.ocpp.rpc;

/** Which call goes out first when several wait for one peer. */
public enum Precedence {
  /** What keeps a site safe: goes before all others. */
  FIRST,
  /** Questions and what people ask for: wait until nothing else does. */
  LAST
}
