package energy.setpoint.ocpp.dialect;

import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.intent.Setpoint;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.OperationMode;
import java.time.Duration;
import java.util.List;

/** Intents and stations with boring defaults: three phases of 230 V, a lease of two minutes. */
public final class Intents {

  public static final StationTraits DC_WITH_SETPOINTS =
      StationTraits.PLAIN_DC.with(OperationMode.CENTRAL_SETPOINT);
  public static final StationTraits AC_WITH_SETPOINTS =
      StationTraits.PLAIN_AC.with(OperationMode.CENTRAL_SETPOINT);

  private static final Interval LEASE = Interval.of(FakeStation.NOON, Duration.ofMinutes(2));

  private Intents() {}

  public static SetFallback fallback(double amps) {
    return new SetFallback(FakeStation.ID, ceiling(amps));
  }

  public static CapPower cap(String transactionId, double amps) {
    return new CapPower(FakeStation.evse(2), transactionId, ceiling(amps), LEASE);
  }

  public static FollowSetpoint follow(String transactionId, double watts) {
    double amps = Math.max(0, watts) / 690;
    return new FollowSetpoint(
        FakeStation.evse(2),
        transactionId,
        new Setpoint(Power.ofWatts(watts)),
        ceiling(amps),
        LEASE);
  }

  /** The only call of an encoding, whatever it lost. */
  public static OutboundCall onlyCall(Encoding encoding) {
    List<OutboundCall> calls =
        switch (encoding) {
          case Encoding.Exact exact -> exact.calls();
          case Encoding.Degraded degraded -> degraded.calls();
          case Encoding.Inexpressible none -> throw new AssertionError(none.reason());
        };
    if (calls.size() != 1) {
      throw new AssertionError("One call expected, not " + calls);
    }
    return calls.getFirst();
  }

  private static Ceiling ceiling(double amps) {
    return new Ceiling(Current.ofAmps(amps), 3, Voltage.ofVolts(230));
  }
}
