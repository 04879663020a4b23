package energy.setpoint.ocpp.proxy;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.composite.profile.ChargingProfile;
import energy.setpoint.ocpp.composite.profile.ProfilePurpose;
import energy.setpoint.ocpp.dialect.profile.ProfilePlan;
import energy.setpoint.ocpp.overheard.CsmsRight;
import energy.setpoint.ocpp.overheard.PartOfCall;
import energy.setpoint.ocpp.overheard.ProfileChange;
import energy.setpoint.ocpp.overheard.RelayWords;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.proxy.bound.BoundedStation;
import energy.setpoint.ocpp.proxy.request.OwnRequests;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.rpc.frame.Frame;
import energy.setpoint.ocpp.rpc.frame.RpcErrorCode;
import energy.setpoint.ocpp.stats.ProxyCounters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Judges what the CSMS may do to a station; the rules are a table in {@code docs/ocpp/proxy.md}.
 */
final class CsmsDesk {

  private static final Logger LOG = LoggerFactory.getLogger(CsmsDesk.class);

  private final StationId station;
  private final RelayWords words;
  private final Set<CsmsRight> rights;
  private final CsmsProfiles profiles;
  private final BoundedStation limits;
  private final OwnRequests requests;
  private final ProxyCounters counters;

  /**
   * @param limits what is known of the station
   */
  CsmsDesk(
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
    this.profiles = profiles;
    this.limits = limits;
    this.requests = requests;
    this.counters = counters;
  }

  Verdict judge(Frame.Call call) {
    if (OwnIds.isOne(call.id())) {
      return refuse(call, "Ids of this form are those of the energy management.");
    }
    if (requests.isTakenBy(call)) {
      return refuse(call, "A requestId from 480000000 to 480009999 is one of ours.");
    }
    Set<CsmsRight> missing = new TreeSet<>(words.rightsFor(call.action(), call.payload()));
    missing.removeAll(rights);
    if (!missing.isEmpty()) {
      return withoutRights(call, missing);
    }
    try {
      return words
          .findProfileChange(call.action(), call.payload())
          .map(change -> judge(call, change))
          .orElseGet(() -> pass(call));
    } catch (RpcException e) {
      counters.refused(call.action());
      return new Verdict.Refuse(e);
    } catch (IllegalArgumentException e) {
      counters.refused(call.action());
      return new Verdict.Refuse(
          new RpcException(
              RpcErrorCode.PROPERTY_CONSTRAINT_VIOLATION, String.valueOf(e.getMessage())));
    }
  }

  private Verdict withoutRights(Frame.Call call, Set<CsmsRight> missing) {
    Optional<PartOfCall> part = words.findPart(call.action(), call.payload(), rights);
    if (part.isEmpty()) {
      return reject(call, "the CSMS has not the right " + missing);
    }
    counters.rewritten("variables without a right");
    LOG.warn(
        "{}: a part of {} of the CSMS is rejected: it has not the right {}",
        station,
        call.action(),
        missing);
    return new Verdict.PassPart(part.get());
  }

  private Verdict judge(Frame.Call call, ProfileChange change) {
    return switch (change) {
      case ProfileChange.Install install -> install(call, install.profile());
      case ProfileChange.StartWith start -> start(call, start);
      case ProfileChange.Clear clear -> clear(call, clear);
      case ProfileChange.Unfit unfit -> reject(call, unfit.reason());
    };
  }

  /**
   * A limit of the whole station is the station's to keep below ours, where there is a level below.
   * One of a transaction would go before our fallback as soon as our lease ends: it is kept here,
   * and ours obeys it.
   */
  private Verdict install(Frame.Call call, ChargingProfile profile) {
    if (ProfilePlan.isOurs(profile.id())) {
      return reject(call, "the profile id " + profile.id() + " is one of ours");
    }
    if (profiles.belongsInStation(profile)) {
      return new Verdict.Pass(
          call,
          answer -> {
            if (isAccepted(answer)) {
              profiles.installInStation(profile, call.payload());
            }
          });
    }
    if (profile.purpose() == ProfilePurpose.TX && !isRunning(profile)) {
      return reject(call, "no such transaction is running at EVSE " + profile.evseId());
    }
    return profiles.install(profile, call.payload())
        ? accepted(call)
        : reject(call, "there are too many profiles");
  }

  private boolean isRunning(ChargingProfile profile) {
    return profile.evseId() > 0
        && limits
            .findTransaction(profile.evseId())
            .filter(id -> profile.transactionId().map(id::equals).orElse(true))
            .isPresent();
  }

  /** A station may refuse a start that names no EVSE (1.6 section 5.11, 2.0.1 F01.FR.07). */
  private Verdict start(Frame.Call call, ProfileChange.StartWith start) {
    ChargingProfile profile = start.profile();
    boolean fit =
        profile.purpose() == ProfilePurpose.TX
            && profile.evseId() > 0
            && !ProfilePlan.isOurs(profile.id());
    if (!fit) {
      return reject(call, "a start with a profile must name its EVSE and bring a TxProfile");
    }
    counters.rewritten("profile of a start");
    return new Verdict.Pass(
        new Frame.Call(call.id(), call.action(), start.payload()),
        answer -> {
          if (isAccepted(answer)) {
            profiles.await(profile, start.asSet());
          }
        });
  }

  /** Ours are not there for the CSMS, so nothing that might hit them goes to the station. */
  private Verdict clear(Frame.Call call, ProfileChange.Clear clear) {
    List<ChargingProfile> hit = profiles.matching(clear);
    if (clear.id().isPresent() && (hit.isEmpty() || profiles.isInStation(hit.getFirst().id()))) {
      return ProfilePlan.isOurs(clear.id().get())
          ? reject(call, "the profile is one of ours")
          : new Verdict.Pass(call, answer -> profiles.forget(hit));
    }
    profiles.clear(hit);
    counters.refused(call.action() + " kept here");
    return new Verdict.Answer(
        Payloads.empty().put("status", hit.isEmpty() ? "Unknown" : "Accepted"));
  }

  private static boolean isAccepted(JsonNode answer) {
    return answer.path("status").asString("").equals("Accepted");
  }

  private Verdict pass(Frame.Call call) {
    return new Verdict.Pass(call, answer -> {});
  }

  private Verdict accepted(Frame.Call call) {
    counters.refused(call.action() + " kept here");
    LOG.info("{}: {} of the CSMS is kept here and obeyed", station, call.action());
    return new Verdict.Answer(Payloads.empty().put("status", "Accepted"));
  }

  private Verdict reject(Frame.Call call, String why) {
    counters.refused(call.action());
    LOG.warn("{}: {} of the CSMS is rejected: {}", station, call.action(), why);
    return words
        .findRejection(call.action(), call.payload())
        .<Verdict>map(Verdict.Answer::new)
        .orElseGet(() ->
            new Verdict.Refuse(new RpcException(RpcErrorCode.NOT_SUPPORTED, "Not here: " + why)));
  }

  private Verdict refuse(Frame.Call call, String why) {
    counters.refused("id of ours");
    LOG.warn("{}: {} of the CSMS is refused: {}", station, call.action(), why);
    return new Verdict.Refuse(new RpcException(RpcErrorCode.PROTOCOL_ERROR, why));
  }
}
