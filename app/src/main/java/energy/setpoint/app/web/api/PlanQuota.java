package energy.setpoint.app.web.api;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How much of this machine a request for a plan may take.
 *
 * @param mostBytes of a body
 * @param mostDecisions devices times steps of a problem
 * @param mostSeconds of thinking
 * @param mostAtOnce requests that are answered at a time; 0 for half as many as there are cores
 */
@Component
record PlanQuota(
    @Value("${setpoint.api.plans.most-bytes}") int mostBytes,
    @Value("${setpoint.api.plans.most-decisions}") int mostDecisions,
    @Value("${setpoint.api.plans.most-seconds}") int mostSeconds,
    @Value("${setpoint.api.plans.most-at-once}") int mostAtOnce) {

  /** The engine's own plans must find a free core. */
  int places() {
    return mostAtOnce > 0
        ? mostAtOnce
        : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  }
}
