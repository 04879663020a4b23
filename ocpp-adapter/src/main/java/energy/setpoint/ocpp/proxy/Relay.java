package energy.setpoint.ocpp.proxy;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.gateway.StationLink;
import energy.setpoint.ocpp.overheard.RelayWords;
import energy.setpoint.ocpp.proxy.calls.CallsDown;
import energy.setpoint.ocpp.proxy.calls.CallsUp;
import energy.setpoint.ocpp.proxy.outage.Outage;
import energy.setpoint.ocpp.proxy.outage.ProxyStore.Kept;
import energy.setpoint.ocpp.proxy.outage.TransactionAliases;
import energy.setpoint.ocpp.proxy.upstream.FirstCall;
import energy.setpoint.ocpp.proxy.upstream.UpstreamDialer;
import energy.setpoint.ocpp.proxy.upstream.UpstreamLine;
import energy.setpoint.ocpp.rpc.transport.FrameReceiver;
import energy.setpoint.ocpp.rpc.transport.FrameTap.Direction;
import energy.setpoint.ocpp.rpc.transport.Transport;
import energy.setpoint.ocpp.rpc.turn.Alarm;
import energy.setpoint.ocpp.rpc.turn.Mailbox;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The proxy of one connected station. All of its work is done within one mailbox, in the thread
 * that the station's connection lives in, so that frames keep their order.
 */
final class Relay implements FrameReceiver, UpstreamLine.Listener {

  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

  private static final int GOING_AWAY = 1001;
  private static final int POLICY_VIOLATION = 1008;

  private final StationId station;
  private final ProxyParts parts;
  private final Transport transport;
  private final Mailbox mailbox;
  private final UpstreamLine csms;
  private final CallsUp callsUp = new CallsUp();
  private final CallsDown callsDown;
  private final Outage outage;
  private final CsmsLimits limits;
  private final StationLink link;
  private final Upward upward;
  private final Downward downward;
  private boolean ended;

  /**
   * @param request to the CSMS, in the version that the station speaks by now
   * @param memory what is left of former connections
   */
  Relay(
      ProxyParts parts,
      OcppDialect dialect,
      UpstreamDialer.Request request,
      Kept kept,
      StationMemory memory,
      Transport transport,
      Alarm alarm) {
    this.station = request.station();
    this.parts = parts;
    RelayWords words = dialect.relayWords();
    this.transport = transport;
    this.mailbox = new Mailbox(transport::execute, this::survive);
    this.csms = parts.line(request, mailbox::post, alarm, this);
    this.callsDown = parts.calls(mailbox::post, alarm, this::relayDown, this::relayUp);
    var aliases = new TransactionAliases(words, kept.aliases());
    var ends = parts.ends(csms, this::toEngine, transport::send, mailbox::post, alarm, station);
    this.outage = parts.outage(words, ends, kept, aliases);
    var requests = ProxyParts.requests(words);
    this.limits = new CsmsLimits(station, parts, words, memory, callsDown, mailbox::post, alarm);
    this.link =
        parts
            .gateway()
            .attach(
                station,
                limits.obeyedBy(dialect),
                new StationSide(transport, outage, requests),
                alarm,
                callsDown);
    limits.begin(link, kept.profiles());
    var desk = parts.desk(words, station, limits, requests);
    var overhearing = new Overhearing(link, words, parts.counters());
    this.upward =
        new Upward(
            words,
            link,
            csms,
            callsUp,
            overhearing,
            callsDown,
            outage,
            aliases,
            requests,
            parts.counters());
    this.downward =
        new Downward(
            station,
            dialect,
            csms,
            this::relayDown,
            callsUp,
            overhearing,
            callsDown,
            outage,
            aliases,
            desk,
            parts.counters());
  }

  /** Goes on with the connection that the CSMS opened for the station. */
  void begin(FirstCall first) {
    csms.adopt(first);
  }

  /** The CSMS is away from the start. */
  void beginAlone() {
    mailbox.post(csms::redialLater);
  }

  @Override
  public void receive(String text) {
    mailbox.post(() -> {
      if (!ended) {
        upward.take(text);
        limits.follow();
      }
    });
  }

  @Override
  public void closed(String reason) {
    mailbox.post(() -> {
      end();
      link.closed(reason);
    });
  }

  /**
   * The station has come again. What it said here last has been given to the store when the stage
   * completes, and nothing will follow.
   */
  CompletionStage<Void> retire() {
    var retired = new CompletableFuture<Void>();
    mailbox.post(() -> {
      try {
        if (!ended) {
          end();
          transport.close(POLICY_VIOLATION, "replaced by a newer connection");
        }
      } finally {
        retired.complete(null);
      }
    });
    return retired;
  }

  private void end() {
    ended = true;
    limits.end();
    csms.end();
    outage.end();
    callsDown.dropAll();
  }

  @Override
  public void heard(String text) {
    downward.take(text);
    limits.follow();
  }

  @Override
  public void up() {
    outage.lineUp();
  }

  /** What the CSMS has got but not answered counts as not received: it may get it twice. */
  @Override
  public void down(String reason) {
    outage.lineDown();
    callsDown.dropThoseOfCsms();
    switch (parts.settings().onLoss()) {
      case HOLD -> {
        callsUp.drain().forEach(outage::take);
        csms.redialLater();
      }
      case CLOSE -> transport.close(GOING_AWAY, "the CSMS is away");
    }
  }

  ProxyStatus status() {
    return new ProxyStatus(station, csms.since(), outage.queued());
  }

  private void relayDown(String text) {
    link.saw(Direction.SENT, text);
    parts.counters().relayedDown();
    transport.send(text);
  }

  private void relayUp(String text) {
    parts.counters().relayedUp();
    csms.send(text);
  }

  private void toEngine(String text) {
    link.receive(text);
  }

  private void survive(Throwable fault) {
    parts.counters().unheard("fault");
    LOG.error("{}: a fault was survived", station, fault);
  }
}
