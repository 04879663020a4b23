package energy.setpoint.ocpp.gateway.review;

import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.dialect.OutboundCall;
import energy.setpoint.ocpp.dialect.ProfileQuestions;
import energy.setpoint.ocpp.dialect.ProfileQuestions.Part;
import energy.setpoint.ocpp.dialect.profile.HeldProfile;
import energy.setpoint.ocpp.rpc.CallOutcome;
import energy.setpoint.ocpp.rpc.Precedence;
import energy.setpoint.ocpp.rpc.RpcEndpoint;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.rpc.turn.Alarm;
import energy.setpoint.ocpp.rpc.turn.Mailbox;
import energy.setpoint.ocpp.stats.OcppCounters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Asks the station at the other end of one connection which profiles it holds (2.x K09): once it
 * has settled, and when it seems to hold something else than we believe. Its calls wait behind all
 * others. As long as something is wrong it asks again now and then, so that an alert ends.
 */
public final class ProfileReviewer {

  private static final Logger LOG = LoggerFactory.getLogger(ProfileReviewer.class);

  /** From one question to the next, on the wall clock, but for a station that has settled. */
  public static final Duration PAUSE = Duration.ofMinutes(10);

  /** After which it is asked again where a profile of ours was missing, which is being mended. */
  public static final Duration MENDING = Duration.ofMinutes(1);

  /** How often that is hoped for: some firmware never lists what it accepts. */
  private static final int MENDINGS = 2;

  /** How long nothing may come of reports that were promised. */
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  /** More than any station holds, so that none fills our memory. */
  private static final int MOST_PROFILES = 1000;

  private final StationId station;
  private final ProfileQuestions questions;
  private final RpcEndpoint endpoint;
  private final IntSupplier requestIds;
  private final Supplier<ProfileReview> reviews;
  private final Consumer<List<StationEvent>> engine;
  private final OcppCounters counters;
  private final Alarm alarm;
  private final Mailbox mailbox;
  private final List<HeldProfile> told = new ArrayList<>();
  private volatile Optional<Integer> asking = Optional.empty();
  private Runnable cancelPatience = () -> {};
  private Runnable cancelPause = () -> {};
  private boolean resting;
  private boolean wrong;
  private int mendings;
  private boolean over;

  /**
   * @param requestIds gives each question an id of its own
   * @param reviews what is believed at the moment of the answer
   * @param engine is told what was found
   */
  public ProfileReviewer(
      StationId station,
      ProfileQuestions questions,
      RpcEndpoint endpoint,
      IntSupplier requestIds,
      Supplier<ProfileReview> reviews,
      Consumer<List<StationEvent>> engine,
      OcppCounters counters,
      Alarm alarm,
      Mailbox mailbox) {
    this.station = station;
    this.questions = questions;
    this.endpoint = endpoint;
    this.requestIds = requestIds;
    this.reviews = reviews;
    this.engine = engine;
    this.counters = counters;
    this.alarm = alarm;
    this.mailbox = mailbox;
  }

  /** The station has connected or booted, and what it can do is known. */
  public void settled() {
    mailbox.post(this::ask);
  }

  /** The station seems to hold something else than it accepted. */
  public void contradicted() {
    mailbox.post(() -> {
      if (!resting) {
        ask();
      }
    });
  }

  /** The connection ended. */
  public void closed() {
    mailbox.post(() -> {
      over = true;
      asking = Optional.empty();
      cancelPatience.run();
      cancelPause.run();
    });
  }

  private void ask() {
    if (over || asking.isPresent()) {
      return;
    }
    int requestId = requestIds.getAsInt();
    asking = Optional.of(requestId);
    told.clear();
    rest(PAUSE, () -> {});
    OutboundCall call = questions.ask(requestId);
    endpoint
        .call(call.action(), call.payload(), Precedence.LAST)
        .thenAccept(outcome -> mailbox.post(() -> answered(requestId, outcome)));
  }

  private void answered(int requestId, CallOutcome outcome) {
    if (!asking.equals(Optional.of(requestId))) {
      return;
    }
    try {
      if (!(outcome instanceof CallOutcome.Answered answer)) {
        giveUp("it did not say");
      } else if (questions.promisesReports(answer.payload())) {
        awaitPart(requestId);
      } else {
        judge();
      }
    } catch (RpcException malformed) {
      giveUp(malformed.description());
    }
  }

  /** A call of the station: part of a report perhaps, else of no concern. */
  public void heard(String action, JsonNode payload) {
    if (asking.isPresent()) {
      mailbox.post(() ->
          findPart(action, payload)
              .filter(part -> asking.equals(Optional.of(part.requestId())))
              .ifPresent(this::take));
    }
  }

  /** What is malformed was refused in the answer to the station already, and counts as missing. */
  private Optional<Part> findPart(String action, JsonNode payload) {
    try {
      return questions.findPart(action, payload);
    } catch (RpcException malformed) {
      return Optional.empty();
    }
  }

  private void take(Part part) {
    told.addAll(part.profiles());
    if (told.size() > MOST_PROFILES) {
      giveUp("it tells more than " + MOST_PROFILES + " profiles");
    } else if (part.more()) {
      awaitPart(part.requestId());
    } else {
      judge();
    }
  }

  private void awaitPart(int requestId) {
    cancelPatience.run();
    cancelPatience =
        alarm.set(
            PATIENCE,
            () ->
                mailbox.post(() -> {
                  if (asking.equals(Optional.of(requestId))) {
                    giveUp("its reports do not come");
                  }
                }));
  }

  private void judge() {
    end();
    ProfileReview review = reviews.get();
    List<Finding> findings = review.of(told);
    findings.forEach(finding -> {
      counters.profileFinding(finding.kind().label());
      LOG.warn("{}", finding.sentence());
    });
    wrong = !findings.isEmpty();
    if (findings.isEmpty()) {
      mendings = 0;
      counters.profileFinding("as wanted");
      LOG.info("{} holds the profiles that it accepted, and no others", station);
    } else {
      rest(isMending(findings) ? MENDING : PAUSE, this::ask);
    }
    engine.accept(List.of(review.event(told, findings)));
  }

  private boolean isMending(List<Finding> findings) {
    boolean missing = findings.stream().anyMatch(it -> it.kind() == Finding.Kind.MISSING);
    mendings = missing ? Math.min(mendings, MENDINGS) + 1 : 0;
    return missing && mendings <= MENDINGS;
  }

  /** What was wrong when it last told is wrong until it tells again. */
  private void giveUp(String reason) {
    end();
    if (wrong) {
      rest(PAUSE, this::ask);
    }
    counters.profileFinding("not told");
    LOG.info("{} is not known to hold the profiles that it accepted: {}", station, reason);
  }

  private void end() {
    asking = Optional.empty();
    cancelPatience.run();
  }

  private void rest(Duration pause, Runnable afterwards) {
    cancelPause.run();
    resting = true;
    cancelPause =
        alarm.set(
            pause,
            () ->
                mailbox.post(() -> {
                  resting = false;
                  afterwards.run();
                }));
  }
}
