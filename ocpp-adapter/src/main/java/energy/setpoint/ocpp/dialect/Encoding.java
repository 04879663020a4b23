package energy.setpoint.ocpp.dialect;

import java.util.List;

/** An intent in the words of one version of OCPP; loss is a value, never silence. */
public sealed interface Encoding {

  /** The messages say all that was meant. */
  record Exact(List<OutboundCall> calls) implements Encoding {
    public Exact {
      calls = List.copyOf(calls);
    }
  }

  /**
   * The messages are safe but say less.
   *
   * @param losses what was lost, for people; not empty
   */
  record Degraded(List<OutboundCall> calls, List<String> losses) implements Encoding {
    public Degraded {
      calls = List.copyOf(calls);
      losses = List.copyOf(losses);
    }
  }

  /** The version or the station has no words for it. */
  record Inexpressible(String reason) implements Encoding {}
}
