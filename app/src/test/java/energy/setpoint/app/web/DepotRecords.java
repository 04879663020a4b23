package energy.setpoint.app.web;

import energy.setpoint.app.storage.query.IntentQueries;
import energy.setpoint.app.storage.query.IntentRecord;
import energy.setpoint.app.storage.query.MeasurementBucket;
import energy.setpoint.app.storage.query.MeasurementQueries;
import energy.setpoint.app.storage.query.Page;
import energy.setpoint.app.storage.query.PlanQueries;
import energy.setpoint.app.storage.query.PlanSummary;
import energy.setpoint.app.storage.query.SecurityEventQueries;
import energy.setpoint.app.storage.query.SessionQueries;
import energy.setpoint.core.control.SiteSnapshot.EvseView;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.Setpoint;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanId;
import energy.setpoint.core.port.Measurement;
import energy.setpoint.core.port.Measurement.Quantity;
import energy.setpoint.core.port.MessageExchange;
import energy.setpoint.core.port.SecurityEvent;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.SiteId;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;

/** What a database would remember of the depot. */
final class DepotRecords {

  volatile boolean away;
  private final DepotEngine engine;

  DepotRecords(DepotEngine engine) {
    this.engine = engine;
  }

  WebServer.Sources sources() {
    return new WebServer.Sources(
        engine,
        new Sessions(),
        new Measurements(),
        new Plans(),
        new Intents(),
        new SecurityEvents());
  }

  private void requireThere() {
    if (away) {
      throw new DataAccessResourceFailureException("Connection refused");
    }
  }

  private List<ChargingSession> sessions() {
    List<ChargingSession> sessions = new ArrayList<>();
    engine.snapshot().stream()
        .flatMap(snapshot -> snapshot.evses().stream())
        .map(EvseView::session)
        .flatMap(Optional::stream)
        .forEach(sessions::add);
    ChargingSession like = sessions.getFirst();
    Instant started = like.started().minus(Duration.ofDays(1));
    sessions.add(
        new ChargingSession(
            new SessionId("yesterday"),
            like.evse(),
            "tx-0",
            like.idToken(),
            started,
            Optional.of(started.plus(Duration.ofHours(11))),
            like.need(),
            Optional.empty(),
            like.delivered(),
            Optional.empty()));
    return sessions;
  }

  private ChargingIntent cap() {
    return new CapPower(EvseRef.of("depot-16-a", 1), "tx-1", ceiling(16), lease());
  }

  private ChargingIntent follow() {
    return new FollowSetpoint(
        EvseRef.of("depot-21-dc", 1),
        "tx-1",
        new Setpoint(Power.ofKilowatts(-12)),
        ceiling(0),
        lease());
  }

  private static Ceiling ceiling(double amps) {
    return new Ceiling(Current.ofAmps(amps), 3, Voltage.ofVolts(230));
  }

  private static Interval lease() {
    return Interval.of(DepotEngine.EVENING, Duration.ofMinutes(5));
  }

  private static IntentRecord record(ChargingIntent intent, int secondsAgo) {
    Instant sent = DepotEngine.EVENING.minusSeconds(secondsAgo);
    return new IntentRecord(
        new UUID(0, secondsAgo),
        intent,
        "plan: 7360 W",
        sent,
        IntentRecord.State.ACCEPTED,
        Optional.of(sent.plusMillis(80)),
        Optional.empty(),
        List.of(),
        List.of(
            new MessageExchange(
                "m-" + secondsAgo,
                "SetChargingProfile",
                "{\"connectorId\":1}",
                "{\"status\":\"Accepted\"}")));
  }

  private final class Sessions implements SessionQueries {

    @Override
    public List<ChargingSession> listNewest(Page page) {
      requireThere();
      return sessions().stream().skip(page.offset()).limit(page.limit()).toList();
    }

    @Override
    public Optional<ChargingSession> find(SessionId id) {
      requireThere();
      return sessions().stream().filter(session -> session.id().equals(id)).findFirst();
    }
  }

  private final class Measurements implements MeasurementQueries {

    @Override
    public List<Measurement> list(String source, Quantity quantity, Interval window, Page page) {
      requireThere();
      return listBuckets(source, quantity, window, Duration.ofMinutes(1)).stream()
          .limit(page.limit())
          .map(bucket -> new Measurement(bucket.start(), source, quantity, bucket.average()))
          .toList();
    }

    @Override
    public List<MeasurementBucket> listBuckets(
        String source, Quantity quantity, Interval window, Duration bucket) {
      requireThere();
      List<MeasurementBucket> buckets = new ArrayList<>();
      if (source.equals("grid-meter") && quantity == Quantity.POWER_W) {
        for (Instant at = window.start(); at.isBefore(window.end()); at = at.plus(bucket)) {
          double minutes = Duration.between(DepotEngine.EVENING, at).toSeconds() / 60.0;
          double watts = 27000 + 9000 * Math.sin(minutes / 40) + 2500 * Math.sin(minutes * 1.7);
          buckets.add(new MeasurementBucket(at, watts, watts - 400, watts + 400, 30));
        }
      }
      return buckets;
    }
  }

  private final class Plans implements PlanQueries {

    @Override
    public Optional<Plan> findLatest(SiteId site) {
      return engine.plan();
    }

    @Override
    public Optional<Plan> find(PlanId id) {
      requireThere();
      return engine.plan().filter(plan -> plan.id().equals(id));
    }

    @Override
    public List<PlanSummary> listNewest(SiteId site, Page page) {
      requireThere();
      return engine.plan().stream()
          .map(plan ->
              new PlanSummary(
                  plan.id(),
                  plan.site(),
                  plan.createdAt(),
                  plan.cost().total(),
                  plan.shortfalls().size(),
                  plan.report().method(),
                  plan.report().status()))
          .toList();
    }
  }

  private final class SecurityEvents implements SecurityEventQueries {

    @Override
    public List<SecurityEvent> listNewest(Optional<StationId> station, Page page) {
      requireThere();
      return Stream.of(
              SecurityEvent.ofStation(
                  DepotEngine.EVENING,
                  new StationId("depot-16-a"),
                  "TamperDetectionActivated",
                  "lid"),
              SecurityEvent.ofEngine(
                  DepotEngine.EVENING, Optional.empty(), "LoginLockedOut", "'x' at 127.0.0.1"))
          .filter(event -> station.isEmpty() || event.station().equals(station))
          .skip(page.offset())
          .limit(page.limit())
          .toList();
    }
  }

  private final class Intents implements IntentQueries {

    @Override
    public List<IntentRecord> listNewest(StationId station, Page page) {
      requireThere();
      return switch (station.value()) {
        case "depot-16-a" -> List.of(record(cap(), 5));
        case "depot-21-dc" -> List.of(record(follow(), 1));
        default -> List.of();
      };
    }
  }
}
