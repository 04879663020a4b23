package energy.setpoint.ocpp.rpc;

import energy.setpoint.ocpp.rpc.frame.RpcErrorCode;

/** A call that is answered with a CALLERROR. */
public final class RpcException extends Exception {

  private static final long serialVersionUID = 1L;

  private final RpcErrorCode code;

  /**
   * @param description for whoever reads the peer's log, at most 255 characters are sent
   */
  public RpcException(RpcErrorCode code, String description) {
    super(description, null, false, false);
    this.code = code;
  }

  public RpcErrorCode code() {
    return code;
  }

  public String description() {
    return String.valueOf(getMessage());
  }
}
