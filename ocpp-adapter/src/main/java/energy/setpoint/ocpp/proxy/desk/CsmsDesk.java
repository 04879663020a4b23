package energy.setpoint.ocpp.proxy.desk;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.overheard.CsmsRight;
import energy.setpoint.ocpp.overheard.PartOfCall;
import energy.setpoint.ocpp.overheard.RelayWords;
import energy.setpoint.ocpp.proxy.bound.BoundedStation;
import energy.setpoint.ocpp.proxy.request.OwnIds;
import energy.setpoint.ocpp.proxy.request.OwnRequests;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.rpc.frame.Frame;
import energy.setpoint.ocpp.rpc.frame.RpcErrorCode;
import energy.setpoint.ocpp.stats.ProxyCounters;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges what the CSMS may do to a station; the rules are a table in {@code docs/ocpp/proxy.md}.
 */
public final class CsmsDesk {

  private static final Logger LOG = LoggerFactory.getLogger(CsmsDesk.class);

  private final StationId station;
  private final RelayWords words;
  private final Set<CsmsRight> rights;
  private final OwnRequests requests;
  private final Refusals refusals;
  private final ProfileDesk profiles;
  private final ProxyCounters counters;

  /**
   * @param limits what is known of the station
   */
  public CsmsDesk(
      StationId station,
      RelayWords words,
      Set<CsmsRight> rights,
      CsmsProfiles profiles,
      BoundedStation limits,
      OwnRequests requests,
      ProxyCounters counters) {
    this.station = station;
    this.words = words;
    this.rights = rights;
    this.requests = requests;
    this.counters = counters;
    this.refusals = new Refusals(station, words, counters);
    this.profiles = new ProfileDesk(station, profiles, limits, refusals, counters);
  }

  public Verdict judge(Frame.Call call) {
    if (OwnIds.isOne(call.id())) {
      return refusals.refuseId(call, "Ids of this form are those of the energy management.");
    }
    if (requests.isTakenBy(call)) {
      return refusals.refuseId(call, "A requestId from 480000000 to 480009999 is one of ours.");
    }
    Set<CsmsRight> missing = new TreeSet<>(words.rightsFor(call.action(), call.payload()));
    missing.removeAll(rights);
    if (!missing.isEmpty()) {
      return withoutRights(call, missing);
    }
    try {
      return words
          .findProfileChange(call.action(), call.payload())
          .map(change -> profiles.judge(call, change))
          .orElseGet(() -> new Verdict.Pass(call, answer -> {}));
    } catch (RpcException e) {
      return refusals.malformed(call, e);
    } catch (IllegalArgumentException e) {
      return refusals.malformed(
          call,
          new RpcException(
              RpcErrorCode.PROPERTY_CONSTRAINT_VIOLATION, String.valueOf(e.getMessage())));
    }
  }

  private Verdict withoutRights(Frame.Call call, Set<CsmsRight> missing) {
    Optional<PartOfCall> part = words.findPart(call.action(), call.payload(), rights);
    if (part.isEmpty()) {
      return refusals.reject(call, "the CSMS has not the right " + missing);
    }
    counters.rewritten("variables without a right");
    LOG.warn(
        "{}: a part of {} of the CSMS is rejected: it has not the right {}",
        station,
        call.action(),
        missing);
    return new Verdict.PassPart(part.get());
  }
}
