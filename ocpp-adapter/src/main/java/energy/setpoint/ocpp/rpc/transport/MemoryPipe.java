package energy.setpoint.ocpp.rpc.transport;

import org.jspecify.annotations.Nullable;

/**
 * A connection without a network: what one end sends, the other receives at once, in the same
 * thread. For replays and tests.
 */
public final class MemoryPipe {

  private final End station = new End();
  private final End server = new End();
  private boolean open = true;

  public MemoryPipe() {
    station.peer = server;
    server.peer = station;
  }

  public End station() {
    return station;
  }

  public End server() {
    return server;
  }

  /** One end of the pipe. */
  public final class End implements Transport {

    private @Nullable End peer;
    private @Nullable FrameReceiver receiver;

    private End() {}

    /** Says who receives what the other end sends; until then it is dropped. */
    public void deliverTo(FrameReceiver value) {
      receiver = value;
    }

    @Override
    public void send(String text) {
      if (open && peer != null && peer.receiver != null) {
        peer.receiver.receive(text);
      }
    }

    @Override
    public void close(int code, String reason) {
      if (!open) {
        return;
      }
      open = false;
      for (End end : new End[] {station, server}) {
        if (end.receiver != null) {
          end.receiver.closed(reason);
        }
      }
    }
  }
}
