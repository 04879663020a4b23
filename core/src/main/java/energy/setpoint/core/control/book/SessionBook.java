package energy.setpoint.core.control.book;

import energy.setpoint.core.control.NeedBook;
import energy.setpoint.core.event.EvseMeasured;
import energy.setpoint.core.event.EvseSample;
import energy.setpoint.core.event.NeedsReported;
import energy.setpoint.core.event.ReportedNeed;
import energy.setpoint.core.event.TransactionEnded;
import energy.setpoint.core.event.TransactionStarted;
import energy.setpoint.core.port.SessionStore;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.session.IdToken;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.EvseRef;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** The open sessions of a site, one for each occupied EVSE. Confined to the engine's loop. */
public final class SessionBook {

  private static final System.Logger LOG = System.getLogger(SessionBook.class.getName());

  private final NeedBook needs;
  private final SessionStore store;
  private final SequencedMap<EvseRef, ChargingSession> open = new LinkedHashMap<>();
  private final Map<EvseRef, ReportedNeed> saidBeforeStart = new HashMap<>();
  private final EndedTransactions ended = new EndedTransactions();
  private final AssumedEnds assumedEnds = new AssumedEnds();
  private final Map<SessionId, Energy> deliveredBeforeNeed = new HashMap<>();

  public SessionBook(NeedBook needs, SessionStore store) {
    this.needs = needs;
    this.store = store;
  }

  /** Takes up sessions that were open before a restart. */
  public void restore(List<ChargingSession> sessions) {
    sessions.forEach(session -> open.put(session.evse(), session));
  }

  /** In the order in which they started. */
  public List<ChargingSession> open() {
    return List.copyOf(open.values());
  }

  /** Who occupies an EVSE; empty when it is free. */
  public Optional<ChargingSession> find(EvseRef evse) {
    return Optional.ofNullable(open.get(evse));
  }

  /** Net energy on the grid side since the need was stated. */
  public Energy deliveredSinceNeed(ChargingSession session) {
    return session.delivered().minus(deliveredBeforeNeed.getOrDefault(session.id(), Energy.ZERO));
  }

  /** Returns false when the session was known already. */
  public boolean started(TransactionStarted event) {
    ChargingSession known = open.get(event.evse());
    if (ended.contains(event.evse(), event.transactionId())
        || assumedEnds.find(event.evse(), event.transactionId()).isPresent()) {
      return false;
    }
    if (known != null && known.transactionId().equals(event.transactionId())) {
      return false;
    }
    if (known != null) {
      assumeEnd(known, event.at(), "another transaction started");
    }
    begin(event.evse(), event.transactionId(), event.idToken(), event.at());
    return true;
  }

  private void begin(EvseRef evse, String transactionId, Optional<IdToken> token, Instant at) {
    ChargingSession session =
        new ChargingSession(
            SessionId.random(),
            evse,
            transactionId,
            token,
            at,
            Optional.empty(),
            needs.initial(token, at),
            Optional.empty(),
            Energy.ZERO,
            Optional.empty());
    ReportedNeed said = saidBeforeStart.remove(evse);
    if (said != null) {
      session = session.withNeed(needs.refine(session.need(), said, at, Energy.ZERO));
    }
    keep(session);
    LOG.log(
        System.Logger.Level.INFO,
        "Session {0} started at {1}: {2}, needs {3} by {4} ({5})",
        session.id(),
        evse,
        token.map(IdToken::value).orElse("no id token"),
        session.need().target().minus(session.need().stored()),
        session.need().departure(),
        session.need().source());
  }

  /** Returns false when no such session is open. */
  public boolean ended(TransactionEnded event) {
    ChargingSession session = open.get(event.evse());
    if (session == null || !session.transactionId().equals(event.transactionId())) {
      if (endedEarlierThanAssumed(event)) {
        return false;
      }
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} ended transaction {1}, which is not open here; nothing changed",
          event.evse(),
          event.transactionId());
      return false;
    }
    end(session, event.at(), event.reason());
    ended.add(event.evse(), event.transactionId());
    return true;
  }

  /** The station knows better when it ended. */
  private boolean endedEarlierThanAssumed(TransactionEnded event) {
    Optional<ChargingSession> assumed = assumedEnds.find(event.evse(), event.transactionId());
    assumed.ifPresent(session -> {
      assumedEnds.remove(session);
      store.save(session.withEnd(event.at()));
      ended.add(event.evse(), event.transactionId());
    });
    return assumed.isPresent();
  }

  /** The EVSE says that nobody is there. */
  public boolean vacated(EvseRef evse, Instant at) {
    saidBeforeStart.remove(evse);
    ChargingSession session = open.get(evse);
    if (session == null) {
      return false;
    }
    assumeEnd(session, at, "the EVSE reported itself available");
    return true;
  }

  private void assumeEnd(ChargingSession session, Instant at, String reason) {
    end(session, at, reason);
    assumedEnds.add(session.withEnd(at));
  }

  private void end(ChargingSession session, Instant at, String reason) {
    open.remove(session.evse());
    deliveredBeforeNeed.remove(session.id());
    store.save(session.withEnd(at));
    LOG.log(
        System.Logger.Level.INFO,
        "Session {0} at {1} ended with {2}: {3}",
        session.id(),
        session.evse(),
        session.delivered(),
        reason);
  }

  /** Returns true when this opened a session that nobody had announced. */
  public boolean measured(EvseMeasured event) {
    boolean adopted = false;
    ChargingSession session = open.get(event.evse());
    if (event.transactionId().map(id -> ended.contains(event.evse(), id)).orElse(false)) {
      return false;
    }
    if (isOfAssumedEnd(event)) {
      return false;
    }
    if (event.transactionId().isPresent()
        && (session == null || !session.transactionId().equals(event.transactionId().get()))) {
      if (session != null) {
        assumeEnd(session, event.at(), "another transaction reports measurements");
      }
      begin(event.evse(), event.transactionId().get(), Optional.empty(), event.at());
      session = open.get(event.evse());
      adopted = true;
    }
    if (session != null) {
      keep(withSample(session, event.sample()));
    }
    return adopted;
  }

  /** Told late by a session that is over; one that goes on measures after its assumed end. */
  private boolean isOfAssumedEnd(EvseMeasured event) {
    Optional<ChargingSession> late =
        event
            .transactionId()
            .flatMap(id -> assumedEnds.find(event.evse(), id))
            .filter(session -> session.ended().filter(end -> !event.at().isAfter(end)).isPresent());
    late.map(session -> withSample(session, event.sample()))
        .ifPresent(session -> {
          assumedEnds.add(session);
          store.save(session);
        });
    return late.isPresent();
  }

  private static ChargingSession withSample(ChargingSession session, EvseSample sample) {
    if (sample.imported().isEmpty()) {
      return session.withDelivered(session.delivered(), sample.soc());
    }
    Energy register = sample.imported().get().minus(sample.exported().orElse(Energy.ZERO));
    Energy start = session.meterStart().orElse(register.minus(session.delivered()));
    return session.withMeterStart(start).withDelivered(register.minus(start), sample.soc());
  }

  /** Returns true when an open session now needs something else. */
  public boolean reported(NeedsReported event) {
    ChargingSession session = open.get(event.evse());
    if (session == null) {
      saidBeforeStart.put(event.evse(), event.need());
      return false;
    }
    deliveredBeforeNeed.put(session.id(), session.delivered());
    keep(
        session.withNeed(
            needs.refine(session.need(), event.need(), event.at(), session.delivered())));
    return true;
  }

  private void keep(ChargingSession session) {
    open.put(session.evse(), session);
    store.save(session);
  }
}
