package energy.setpoint.app.engine;

import energy.setpoint.app.config.SiteFile;
import energy.setpoint.app.storage.Storage;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.port.TransactionIds;
import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.Dialects;
import energy.setpoint.ocpp.gateway.EngineSide;
import energy.setpoint.ocpp.gateway.Fleet;
import energy.setpoint.ocpp.gateway.FrameTaps;
import energy.setpoint.ocpp.gateway.GatewaySettings;
import energy.setpoint.ocpp.gateway.InterviewSettings;
import energy.setpoint.ocpp.gateway.OcppGateway;
import energy.setpoint.ocpp.proxy.ProxyStatus;
import energy.setpoint.ocpp.proxy.request.OwnIds;
import energy.setpoint.ocpp.rpc.RpcSettings;
import energy.setpoint.ocpp.server.OcppServer;
import energy.setpoint.ocpp.server.Reception;
import energy.setpoint.ocpp.stats.OcppCounters;
import energy.setpoint.ocpp.traits.StationKnowledge;
import energy.setpoint.ocpp.traits.Told;
import energy.setpoint.ocpp.wirelog.WireLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All between the engine and the stations of its site: gateway, door, proxy and port. */
final class StationSide {

  private static final long WIRE_LOG_BYTES = 64L << 20;

  private final EngineSettings settings;
  private final Storage storage;
  private final Resources open;
  private final OcppCounters counters = new OcppCounters();
  private final Doorway doorway;
  private final OcppGateway gateway;
  private final Optional<StationProxy> proxy;

  /**
   * @param events takes what stations tell
   * @param accepted told before stations are that it is accepted
   * @param open closes what is opened here
   */
  StationSide(
      EngineSettings settings,
      Storage storage,
      Consumer<StationEvent> events,
      Consumer<List<StationEvent>> accepted,
      Resources open) {
    this.settings = settings;
    this.storage = storage;
    this.open = open;
    SiteFile file = settings.site();
    this.doorway = Doorway.of(file.security(), storage.securityJournal(), open);
    this.gateway = gateway(file, events, accepted);
    this.proxy =
        file.proxy()
            .map(it ->
                open.add(
                    new StationProxy(
                        it, gateway, storage.proxy(), settings.timeline(), file.site().zone())));
  }

  private OcppGateway gateway(
      SiteFile file, Consumer<StationEvent> events, Consumer<List<StationEvent>> accepted) {
    TransactionIds ids = storage.transactionIds();
    return new OcppGateway(
        fleet(file),
        new EngineSide(
            events,
            file.proxy().isPresent() ? StationProxy.localIds(ids) : ids,
            file.authorization(),
            settings.timeline(),
            doorway.desk(),
            accepted),
        GatewaySettings.DEFAULT.withRpc(
            RpcSettings.DEFAULT.withCallTimeout(settings.callTimeout())),
        settings.wireLog().map(this::wireLog).orElse(FrameTaps.NONE),
        counters,
        new OwnIds());
  }

  /** All stations, with what they told before a restart. */
  private Fleet fleet(SiteFile file) {
    Map<StationId, Told> stored = storage.stationTraits().list();
    Map<StationId, StationKnowledge> stations = new HashMap<>();
    file.wirings()
        .forEach((id, wiring) ->
            stations.put(
                id,
                new StationKnowledge(
                    wiring,
                    file.stationRules().quirks(),
                    Dialects.bundled(),
                    Optional.ofNullable(stored.get(id)))));
    return new Fleet(
        stations,
        Optional.of(
            InterviewSettings.DEFAULT.withMeterInterval(file.stationRules().meterInterval())),
        open.add(new ToldKeeper(storage.stationTraits())));
  }

  private FrameTaps wireLog(Path file) {
    try {
      return open.add(new WireLog(file, WIRE_LOG_BYTES, settings.timeline()));
    } catch (IOException e) {
      throw new UncheckedIOException("The wire log " + file + " cannot be written.", e);
    }
  }

  /**
   * Lets stations in.
   *
   * @throws energy.setpoint.ocpp.server.PortInUseException when the port is taken
   */
  OcppServer letIn() {
    Reception reception = proxy.map(StationProxy::reception).orElseGet(() -> Reception.at(gateway));
    OcppServer server =
        open.add(
            OcppServer.start(
                settings.stations(), doorway.port(), Dialects.bundled(), reception, counters));
    doorway.warnWhenOpen(settings.stations().host());
    return server;
  }

  OcppGateway gateway() {
    return gateway;
  }

  OcppCounters counters() {
    return counters;
  }

  /** What people may know of stations and ask of them. */
  StationDesk desk() {
    return new GatewayDesk(gateway, settings.site().stationRules().calls());
  }

  /** What was noticed at the door. */
  List<String> alerts() {
    return doorway.alerts();
  }

  /** Empty without a proxy. */
  List<ProxyStatus> proxied() {
    return proxy.map(StationProxy::statuses).orElse(List.of());
  }

  Stream<Figure> figures() {
    return Stream.concat(
        doorway.figures().stream(),
        proxy.stream().flatMap(it -> new ProxyFigures(it).list().stream()));
  }
}
