package energy.setpoint.app.replay;

import energy.setpoint.app.config.SiteFile;
import energy.setpoint.core.control.ControlSettings;
import energy.setpoint.core.control.Ports;
import energy.setpoint.core.control.loop.SiteController;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.forecast.Experience;
import energy.setpoint.core.plan.PlanOptimizer;
import energy.setpoint.core.port.CommandOutcome;
import energy.setpoint.core.port.IntentLog;
import energy.setpoint.core.port.TransactionIds;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.reading.MeterReading;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.tariff.Tariff;
import energy.setpoint.ocpp.Dialects;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.gateway.EngineSide;
import energy.setpoint.ocpp.gateway.FrameTaps;
import energy.setpoint.ocpp.gateway.GatewaySettings;
import energy.setpoint.ocpp.gateway.OcppGateway;
import energy.setpoint.ocpp.rpc.transport.FrameReceiver;
import energy.setpoint.ocpp.rpc.transport.Transport;
import energy.setpoint.ocpp.rpc.turn.Alarm;
import energy.setpoint.ocpp.stats.OcppCounters;
import energy.setpoint.simulation.world.LockstepWorld;
import energy.setpoint.simulation.world.SiteFlows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** The real engine, from OCPP frames to the plan, driven by hand in one thread. */
final class ReplayEngine {

  /** Other runs share the processors; a late plan would make a run depend on them. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final SiteFile file;
  private final Drivers drivers;
  private final SiteController controller;
  private final OcppGateway gateway;
  private Instant now;

  ReplayEngine(
      SiteFile file,
      Tariff tariff,
      Drivers drivers,
      PlanOptimizer optimizer,
      Experience experience,
      IntentLog intents,
      Instant start) {
    this.file = file;
    this.drivers = drivers;
    this.now = start;
    AtomicInteger ids = new AtomicInteger();
    TransactionIds transactions = ids::incrementAndGet;
    AtomicInteger messages = new AtomicInteger();
    this.gateway =
        new OcppGateway(
            file.traits(),
            new EngineSide(this::handle, transactions, (station, token) -> true, () -> now),
            GatewaySettings.DEFAULT,
            FrameTaps.NONE,
            new OcppCounters(),
            () -> "replay-" + messages.incrementAndGet());
    Ports ports =
        new Ports(
            optimizer,
            gateway,
            (battery, setpoint, validity) ->
                CompletableFuture.completedStage(
                    new CommandOutcome.Failed("A replay has no batteries.")),
            Forgetful.sessions(),
            plan -> {},
            intents,
            Forgetful.ledgers(),
            measurements -> {});
    this.controller =
        new SiteController(
            file.model(tariff, List.of()),
            unhurried(file.control()),
            ports,
            () -> now,
            Runnable::run,
            Runnable::run,
            experience);
    controller.resume(List.of(), List.of());
  }

  /** Days in minutes: the loop runs as often as the world steps, and vehicles have no losses. */
  private static ControlSettings unhurried(ControlSettings given) {
    return new ControlSettings(
        longer(given.guardPeriod(), ReplayRun.STEP),
        longer(given.planPeriod(), Duration.ofMinutes(15)),
        longer(given.replanDelay(), Duration.ofMinutes(1)),
        given.horizon(),
        given.step(),
        longer(given.planTimeBudget(), PATIENCE),
        longer(given.planMaxAge(), Duration.ofHours(1)),
        longer(given.lease(), Duration.ofMinutes(10)),
        longer(given.settleTime(), ReplayRun.STEP),
        given.uncontrolledMargin(),
        1,
        1,
        given.overdrawResponse(),
        given.surplus());
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private void handle(StationEvent event) {
    controller.on(drivers.retell(event));
  }

  /** Where simulated stations connect. */
  Optional<FrameReceiver> attach(StationId station, String subprotocol, Transport toStation) {
    Optional<OcppDialect> dialect =
        Dialects.bundled().stream().filter(d -> d.subprotocol().equals(subprotocol)).findFirst();
    return dialect
        .filter(d -> gateway.knows(station))
        .map(d -> gateway.attach(station, d, toStation, Alarm.never()));
  }

  /** Lets time pass without a look at anything: nothing is planned, nothing is sent. */
  void idle(Instant at) {
    now = at;
  }

  /** Does what the engine does between two steps of the world. */
  void look(LockstepWorld world, Instant at) {
    now = at;
    SiteFlows flows = world.flows();
    file.site()
        .findGridMeter()
        .ifPresent(meter -> {
          var currents = flows.into(meter.circuit());
          Power power = currents.at(file.site().voltage());
          controller.on(
              new MeterReading(meter.id(), at, at.plus(Duration.ofMinutes(5)), power, currents));
        });
    controller.tick();
  }
}
