package energy.setpoint.ocpp.dialect;

import energy.setpoint.core.quantity.Current;
import java.util.List;
import java.util.Optional;

/** An intent in the words of one version of OCPP; loss is a value, never silence. */
public sealed interface Encoding {

  /** As much as an EVSE can: more than any can. */
  Current ANYTHING = Current.ofAmps(10_000);

  /** The messages say all that was meant. */
  record Exact(List<OutboundCall> calls) implements Encoding {
    public Exact {
      calls = List.copyOf(calls);
    }
  }

  /**
   * The messages say less.
   *
   * @param losses what was lost, for people; not empty
   * @param mayDraw what each EVSE meant may draw per phase in spite of a lower ceiling, so that it
   *     can be budgeted; empty when the ceiling holds, as it does but for stations that cannot
   *     pause
   */
  record Degraded(List<OutboundCall> calls, List<String> losses, Optional<Current> mayDraw)
      implements Encoding {
    public Degraded {
      calls = List.copyOf(calls);
      losses = List.copyOf(losses);
    }

    /** The ceiling holds. */
    public Degraded(List<OutboundCall> calls, List<String> losses) {
      this(calls, losses, Optional.empty());
    }
  }

  /** The version or the station has no words for it. */
  record Inexpressible(String reason) implements Encoding {}

  /**
   * One call.
   *
   * @param losses empty when it says all that was meant
   * @param mayDraw as in {@link Degraded}
   */
  static Encoding of(OutboundCall call, List<String> losses, Optional<Current> mayDraw) {
    return losses.isEmpty()
        ? new Exact(List.of(call))
        : new Degraded(List.of(call), losses, mayDraw);
  }
}
