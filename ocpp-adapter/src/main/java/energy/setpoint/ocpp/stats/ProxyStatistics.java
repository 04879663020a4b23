package energy.setpoint.ocpp.stats;

import java.util.Map;

/**
 * What the proxy did since the start. Totals never fall; maps go from a label to a total, and the
 * number of their labels is bounded.
 */
public interface ProxyStatistics {

  /** Lines to the CSMS that are open now. */
  int upstreamsOpen();

  long upstreamConnects();

  /** Lines to the CSMS that were lost, not counting those that ended with their station. */
  long upstreamLosses();

  /** Attempts to reach the CSMS that failed, by kind. */
  Map<String, Long> upstreamFailures();

  /** Frames passed on, by direction: {@code up} to the CSMS, {@code down} to the station. */
  Map<String, Long> relayed();

  /** Relayed calls that had to be written anew, by reason. */
  Map<String, Long> rewritten();

  /** Calls of the CSMS that the station did not get, by action or reason. */
  Map<String, Long> refused();

  /** Calls of stations that were answered here because the CSMS was away, by action. */
  Map<String, Long> answeredHere();

  /** Messages kept for the CSMS. */
  long kept();

  /** Messages delivered to the CSMS afterwards. */
  long replayed();

  /** What was lost, by reason. */
  Map<String, Long> dropped();

  /** Relayed calls whose meaning the engine did not learn, by reason. */
  Map<String, Long> unheard();

  /** Intents that were held below what the engine asked for, because of limits of the CSMS. */
  long bounded();

  /** Intents that could not be sent again after the CSMS changed its limits, by outcome. */
  Map<String, Long> resendFailures();

  /** How often a profile of the CSMS counted with its lowest limit, by what was missing. */
  Map<String, Long> guessed();
}
