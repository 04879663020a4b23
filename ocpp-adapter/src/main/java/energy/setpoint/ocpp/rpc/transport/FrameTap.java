package energy.setpoint.ocpp.rpc.transport;

/** Sees every frame of one connection as it goes over the wire. Must be fast and must not throw. */
@FunctionalInterface
public interface FrameTap {

  FrameTap NONE = (direction, raw) -> {};

  void saw(Direction direction, String raw);

  /** Which way a frame went, as seen from here. */
  enum Direction {
    SENT,
    RECEIVED
  }
}
