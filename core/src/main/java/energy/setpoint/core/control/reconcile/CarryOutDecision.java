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
  private final SendGate gate;

  public CarryOutDecision(
      Site site, SessionBook sessions, Reconciler ledgers, Dispatcher dispatcher, SendGate gate) {
    this.site = site;
    this.sessions = sessions;
    this.ledgers = ledgers;
    this.dispatcher = dispatcher;
    this.gate = gate;
  }

  /** Sends decreases first; all that is sent was chosen before the first answer. */
  public void carryOut(Decision decision, Instant now) {
    for (Send send :
        ledgers.next(decision.desired(), decision.drawLimits(), decision.feedLimits(), now)) {
      send(send, decision.reasons(), now);
    }
  }

  private void send(Send send, Map<ControlPoint, String> reasons, Instant now) {
    switch (send.point()) {
      case DeviceId battery -> dispatcher.send(battery, send.lease());
      case EvseRef ref -> {
        Optional<ChargingSession> session = sessions.find(ref);
        session
            .filter(s -> passes(send, ref, now))
            .ifPresent(s ->
                dispatcher.send(
                    site.findEvse(ref).orElseThrow(),
                    s,
                    send.lease(),
                    String.valueOf(reasons.get(ref))));
      }
    }
  }

  private boolean passes(Send send, EvseRef ref, Instant now) {
    if (send.protectsFuse()) {
      gate.force(ref.station(), now);
      return true;
    }
    boolean retry = ledgers.ledger(ref).findDisobedience(now).isPresent();
    return gate.admits(ref.station(), retry, now);
  }
}
