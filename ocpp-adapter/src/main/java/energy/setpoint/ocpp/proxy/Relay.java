package energy.setpoint.ocpp.proxy;

import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.gateway.StationLink;
import energy.setpoint.ocpp.overheard.RelayWords;
import energy.setpoint.ocpp.proxy.bound.BoundedDialect;
import energy.setpoint.ocpp.proxy.bound.LowestLimit;
import energy.setpoint.ocpp.proxy.bound.ProfileBook;
import energy.setpoint.ocpp.proxy.bound.StillInForce;
import energy.setpoint.ocpp.proxy.outage.Outage;
import energy.setpoint.ocpp.proxy.outage.ProxyStore.Kept;
import energy.setpoint.ocpp.proxy.outage.TransactionAliases;
import energy.setpoint.ocpp.proxy.upstream.FirstCall;
import energy.setpoint.ocpp.proxy.upstream.UpstreamDialer;
import energy.setpoint.ocpp.proxy.upstream.UpstreamLine;
import energy.setpoint.ocpp.rpc.frame.Frame;
import energy.setpoint.ocpp.rpc.frame.FrameCodec;
import energy.setpoint.ocpp.rpc.transport.FrameReceiver;
import energy.setpoint.ocpp.rpc.transport.FrameTap.Direction;
import energy.setpoint.ocpp.rpc.transport.Transport;
import energy.setpoint.ocpp.rpc.turn.Alarm;
import energy.setpoint.ocpp.rpc.turn.Mailbox;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The proxy of one connected station. All of its work is done within one mailbox, in the thread
 * that the station's connection lives in, so that frames keep their order.
 */
final class Relay implements FrameReceiver, UpstreamLine.Listener, CsmsProfiles.Effects {

  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

  private static final int GOING_AWAY = 1001;
  private static final int POLICY_VIOLATION = 1008;

  private final StationId station;
  private final ProxyParts parts;
  private final RelayWords words;
  private final Transport transport;
  private final Mailbox mailbox;
  private final UpstreamLine csms;
  private final CallsUp callsUp = new CallsUp();
  private final CallsDown callsDown;
  private final Outage outage;
  private final CsmsProfiles profiles;
  private final StationLink link;
  private final Upward upward;
  private final Downward downward;
  private boolean ended;

  /**
   * @param request to the CSMS, in the version that the station speaks by now
   */
  Relay(
      ProxyParts parts,
      OcppDialect dialect,
      UpstreamDialer.Request request,
      Kept kept,
      Transport transport,
      Alarm alarm) {
    this.station = request.station();
    this.parts = parts;
    this.words = dialect.relayWords();
    this.transport = transport;
    this.mailbox = new Mailbox(transport::execute, this::survive);
    this.csms = parts.line(request, mailbox::post, alarm, this);
    this.callsDown = parts.calls(mailbox::post, alarm, this::relayDown, this::relayUp);
    var aliases = new TransactionAliases(words, kept.aliases());
    var ends = parts.ends(csms, this::toEngine, transport::send, mailbox::post, alarm, station);
    this.outage = parts.outage(words, ends, kept, aliases);
    var book = new ProfileBook();
    this.profiles = new CsmsProfiles(station, book, parts.store(), this);
    profiles.restore(kept.profiles(), words);
    var bounded =
        new BoundedDialect(
            dialect, new LowestLimit(book::profiles), parts.clock(), parts.counters());
    this.link =
        parts
            .gateway()
            .attach(station, bounded, new StationSide(transport, outage), alarm, callsDown);
    var desk =
        new CsmsDesk(
            station,
            words,
            parts.settings().rights(),
            profiles,
            this::findTransaction,
            parts.counters());
    this.upward =
        new Upward(words, link, csms, callsUp, callsDown, outage, aliases, parts.counters());
    this.downward =
        new Downward(
            link,
            dialect,
            csms,
            this::relayDown,
            callsUp,
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
        profiles.follow(this::findTransaction);
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
    csms.end();
    outage.end();
    callsDown.dropAll();
  }

  @Override
  public void heard(String text) {
    downward.take(text);
    profiles.follow(this::findTransaction);
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

  /** What is sent again must not go before or over a newer intent that waits for its turn. */
  @Override
  public void boundsChanged() {
    listInForce()
        .forEach(intent ->
            link.resend(intent, () -> listInForce().contains(intent))
                .thenAccept(
                    outcome -> LOG.debug("{}: {} after a change of the CSMS", station, outcome)));
  }

  private List<ChargingIntent> listInForce() {
    Instant now = parts.clock().instant();
    return link.listWanted().stream()
        .filter(intent -> StillInForce.holds(intent, now, link::findTransaction))
        .toList();
  }

  @Override
  public void clearInStation(int profileId) {
    String id = parts.ids().get();
    callsDown.submit(
        new CallsDown.Call(
            CallsDown.Sender.PROXY,
            id,
            FrameCodec.write(
                new Frame.Call(id, "ClearChargingProfile", words.clearById(profileId))),
            answer -> LOG.debug("{}: profile {} of the CSMS is cleared", station, profileId),
            why -> LOG.warn("{}: profile {} stays: {}", station, profileId, why)));
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

  private Optional<String> findTransaction(int evse) {
    return evse < 1 ? Optional.empty() : link.findTransaction(new EvseRef(station, evse));
  }

  private void survive(Throwable fault) {
    parts.counters().unheard("fault");
    LOG.error("{}: a fault was survived", station, fault);
  }
}
