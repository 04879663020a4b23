package energy.setpoint.core.control.snapshot;

import energy.setpoint.core.control.SiteSnapshot.CircuitView;
import energy.setpoint.core.control.guard.Decision;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.reconcile.Desired;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.Site;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shows what each fuse carries at the most. */
final class CircuitViews {

  private final Site site;
  private final Reconciler ledgers;

  CircuitViews(Site site, Reconciler ledgers) {
    this.site = site;
    this.ledgers = ledgers;
  }

  List<CircuitView> list(Decision decision, Instant now) {
    Map<CircuitId, PhaseCurrents> budgeted = budgets(decision, now);
    return site.circuits().all().stream()
        .map(circuit ->
            new CircuitView(
                circuit.id(),
                circuit.fuse(),
                decision.occupied().getOrDefault(circuit.id(), PhaseCurrents.ZERO),
                budgeted.getOrDefault(circuit.id(), PhaseCurrents.ZERO)))
        .toList();
  }

  private Map<CircuitId, PhaseCurrents> budgets(Decision decision, Instant now) {
    Map<CircuitId, PhaseCurrents> budgeted = new HashMap<>();
    for (Desired device : decision.desired()) {
      PhaseCurrents currents =
          PhaseCurrents.on(device.phases(), ledgers.ledger(device.point()).mayDraw(now));
      for (Circuit circuit : site.circuits().pathToRoot(device.circuit())) {
        budgeted.merge(circuit.id(), currents, PhaseCurrents::plus);
      }
    }
    return budgeted;
  }
}
