package energy.setpoint.ocpp.rpc.turn;

import java.util.concurrent.Executor;

/**
 * Whose turn it is to call a peer. Where several call it over one connection, one CALL is under way
 * for all of them together (OCPP 2.1 part 4 section 4.1.1).
 */
public interface Turns {

  /** For an endpoint that has its connection for itself. */
  Turns FREE =
      new Turns() {
        @Override
        public void take(Executor executor, Runnable call) {
          call.run();
        }

        @Override
        public void release() {}
      };

  /**
   * Runs a call when its turn has come: at once, or later in the executor. Is not asked again
   * before the turn has been released.
   */
  void take(Executor executor, Runnable call);

  /** The call has ended, or was not made. */
  void release();
}
