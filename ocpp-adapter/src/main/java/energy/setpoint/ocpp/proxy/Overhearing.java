package energy.setpoint.ocpp.proxy;

import energy.setpoint.ocpp.gateway.StationLink;
import energy.setpoint.ocpp.overheard.RelayWords;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.rpc.frame.Frame;
import energy.setpoint.ocpp.stats.ProxyCounters;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Has the engine learn from what a station says to its CSMS, once: from a deed of the station when
 * it is told, for no answer undoes it, and from all else when the CSMS has answered.
 */
final class Overhearing {

  private static final Logger LOG = LoggerFactory.getLogger(Overhearing.class);

  private final StationLink link;
  private final RelayWords words;
  private final ProxyCounters counters;

  Overhearing(StationLink link, RelayWords words, ProxyCounters counters) {
    this.link = link;
    this.words = words;
    this.counters = counters;
  }

  /** The station calls its CSMS. */
  void called(Frame.Call call) {
    if (words.isDeed(call.action())) {
      listenIn(call, Payloads.empty());
    }
  }

  /**
   * The CSMS has answered.
   *
   * @param response empty when it answered with an error
   */
  void answered(Frame.Call call, Optional<JsonNode> response) {
    if (words.isDeed(call.action())) {
      return;
    }
    response.ifPresentOrElse(
        it -> listenIn(call, it), () -> counters.unheard("answered with an error"));
  }

  private void listenIn(Frame.Call call, JsonNode response) {
    try {
      link.overhear(call.action(), call.payload(), response);
    } catch (RpcException e) {
      counters.unheard("not understood");
      LOG.debug("{}: {} was not understood: {}", link.station(), call.action(), e.description());
    }
  }
}
