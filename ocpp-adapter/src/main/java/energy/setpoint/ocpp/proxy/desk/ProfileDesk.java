package energy.setpoint.ocpp.proxy.desk;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.composite.profile.ChargingProfile;
import energy.setpoint.ocpp.composite.profile.ProfilePurpose;
import energy.setpoint.ocpp.dialect.profile.ProfilePlan;
import energy.setpoint.ocpp.overheard.ProfileChange;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.proxy.bound.BoundedStation;
import energy.setpoint.ocpp.rpc.frame.Frame;
import energy.setpoint.ocpp.stats.ProxyCounters;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Judges what the CSMS would change among the charging profiles of a station. */
final class ProfileDesk {

  private static final Logger LOG = LoggerFactory.getLogger(ProfileDesk.class);

  private static final String TOO_MANY = "there are too many profiles";

  /**
   * Far more than a day in quarters of an hour: all of them are looked at for every limit of ours.
   */
  private static final int MAX_PERIODS = 1000;

  private final StationId station;
  private final CsmsProfiles profiles;
  private final BoundedStation limits;
  private final Refusals refusals;
  private final ProxyCounters counters;

  ProfileDesk(
      StationId station,
      CsmsProfiles profiles,
      BoundedStation limits,
      Refusals refusals,
      ProxyCounters counters) {
    this.station = station;
    this.profiles = profiles;
    this.limits = limits;
    this.refusals = refusals;
    this.counters = counters;
  }

  Verdict judge(Frame.Call call, ProfileChange change) {
    return switch (change) {
      case ProfileChange.Install install -> install(call, install.profile());
      case ProfileChange.StartWith start -> start(call, start);
      case ProfileChange.Clear clear -> clear(call, clear);
      case ProfileChange.Unfit unfit -> refusals.reject(call, unfit.reason());
    };
  }

  /**
   * A limit of the whole station is the station's to keep below ours, where there is a level below
   * and a place for it. One of a transaction would go before our fallback as soon as our lease
   * ends: it is kept here, and ours obeys it.
   */
  private Verdict install(Frame.Call call, ChargingProfile profile) {
    if (ProfilePlan.isOurs(profile.id())) {
      return refusals.reject(call, "the profile id " + profile.id() + " is one of ours");
    }
    Optional<String> unfit = findUnfitness(profile);
    if (unfit.isPresent()) {
      return refusals.reject(call, unfit.get());
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
      return refusals.reject(call, "no such transaction is running at EVSE " + profile.evseId());
    }
    profiles.install(profile, call.payload());
    return accepted(call);
  }

  private Optional<String> findUnfitness(ChargingProfile profile) {
    if (profile.schedules().stream().mapToInt(it -> it.periods().size()).sum() > MAX_PERIODS) {
      return Optional.of("the profile has more than " + MAX_PERIODS + " periods");
    }
    return Optional.of(TOO_MANY).filter(it -> !profiles.hasRoomFor(profile));
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
      return refusals.reject(
          call, "a start with a profile must name its EVSE and bring a TxProfile");
    }
    Optional<String> unfit = findUnfitness(profile);
    if (unfit.isPresent()) {
      return refusals.reject(call, unfit.get());
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
          ? refusals.reject(call, "the profile is one of ours")
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

  private Verdict accepted(Frame.Call call) {
    counters.refused(call.action() + " kept here");
    LOG.info("{}: {} of the CSMS is kept here and obeyed", station, call.action());
    return new Verdict.Answer(Payloads.empty().put("status", "Accepted"));
  }
}
