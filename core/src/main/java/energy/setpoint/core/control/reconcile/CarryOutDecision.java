package energy.setpoint.core.control.reconcile;

import energy.setpoint.core.control.book.SessionBook;
import energy.setpoint.core.control.guard.Decision;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.reconcile.Reconciler.Send;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.site.ControlPoint;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Site;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the devices do what the guard decided, as far as the ledgers say that it must be sent now
 * and that every fuse bears it. Confined to the engine's loop.
 */
public final class CarryOutDecision {

  private final Site site;
  private final SessionBook sessions;
  private final Reconciler ledgers;
  private final Dispatcher dispatcher;

  public CarryOutDecision(
      Site site, SessionBook sessions, Reconciler ledgers, Dispatcher dispatcher) {
    this.site = site;
    this.sessions = sessions;
    this.ledgers = ledgers;
    this.dispatcher = dispatcher;
  }

  /** Sends decreases first; all that is sent was chosen before the first answer. */
  public void carryOut(Decision decision, Instant now) {
    for (Send send :
        ledgers.next(decision.desired(), decision.drawLimits(), decision.feedLimits(), now)) {
      send(send, decision.reasons());
    }
  }

  private void send(Send send, Map<ControlPoint, String> reasons) {
    switch (send.point()) {
      case DeviceId battery -> dispatcher.send(battery, send.lease());
      case EvseRef ref -> {
        Optional<ChargingSession> session = sessions.find(ref);
        session.ifPresent(s ->
            dispatcher.send(
                site.findEvse(ref).orElseThrow(),
                s,
                send.lease(),
                String.valueOf(reasons.get(ref))));
      }
    }
  }
}
