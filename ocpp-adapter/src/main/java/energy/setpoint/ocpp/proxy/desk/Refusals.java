package energy.setpoint.ocpp.proxy.desk;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.overheard.RelayWords;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.rpc.frame.Frame;
import energy.setpoint.ocpp.rpc.frame.RpcErrorCode;
import energy.setpoint.ocpp.stats.ProxyCounters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps calls of the CSMS from a station: counted, logged and answered. */
record Refusals(StationId station, RelayWords words, ProxyCounters counters) {

  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  /** As the station would reject it, where the version has an answer for that. */
  Verdict reject(Frame.Call call, String why) {
    counters.refused(call.action());
    LOG.warn("{}: {} of the CSMS is rejected: {}", station, call.action(), why);
    return words
        .findRejection(call.action(), call.payload())
        .<Verdict>map(Verdict.Answer::new)
        .orElseGet(() ->
            new Verdict.Refuse(new RpcException(RpcErrorCode.NOT_SUPPORTED, "Not here: " + why)));
  }

  /** With an id that is ours. */
  Verdict refuseId(Frame.Call call, String why) {
    counters.refused("id of ours");
    LOG.warn("{}: {} of the CSMS is refused: {}", station, call.action(), why);
    return new Verdict.Refuse(new RpcException(RpcErrorCode.PROTOCOL_ERROR, why));
  }

  /** It does not have the form that the version prescribes. */
  Verdict malformed(Frame.Call call, RpcException error) {
    counters.refused(call.action());
    LOG.warn("{}: {} of the CSMS is malformed: {}", station, call.action(), error.description());
    return new Verdict.Refuse(error);
  }
}
