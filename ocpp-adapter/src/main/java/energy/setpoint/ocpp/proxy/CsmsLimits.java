package energy.setpoint.ocpp.proxy;

import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.gateway.StationLink;
import energy.setpoint.ocpp.gateway.memory.StillInForce;
import energy.setpoint.ocpp.overheard.RelayWords;
import energy.setpoint.ocpp.proxy.bound.BoundWatch;
import energy.setpoint.ocpp.proxy.bound.BoundedDialect;
import energy.setpoint.ocpp.proxy.bound.BoundedStation;
import energy.setpoint.ocpp.proxy.bound.Claims;
import energy.setpoint.ocpp.proxy.bound.ComposedBound;
import energy.setpoint.ocpp.proxy.bound.ProfileBook;
import energy.setpoint.ocpp.proxy.calls.CallsDown;
import energy.setpoint.ocpp.proxy.desk.CsmsProfiles;
import energy.setpoint.ocpp.proxy.limit.PowerPaths;
import energy.setpoint.ocpp.proxy.outage.KeptProfile;
import energy.setpoint.ocpp.rpc.frame.Frame;
import energy.setpoint.ocpp.rpc.frame.FrameCodec;
import energy.setpoint.ocpp.rpc.turn.Alarm;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The limits of the CSMS for one connected station: kept, obeyed by what we send, and sent again
 * when they change. To be used within one mailbox, but for what {@link BoundedStation} asks.
 */
final class CsmsLimits implements CsmsProfiles.Effects, BoundedStation {

  private static final Logger LOG = LoggerFactory.getLogger(CsmsLimits.class);

  private final StationId station;
  private final ProxyParts parts;
  private final RelayWords words;
  private final CallsDown calls;
  private final PowerPaths paths;
  private final ComposedBound bound;
  private final CsmsProfiles profiles;
  private final BoundWatch watch;
  private final Resends resends;
  private volatile Optional<StationLink> link = Optional.empty();

  CsmsLimits(
      StationId station,
      ProxyParts parts,
      RelayWords words,
      StationMemory memory,
      CallsDown calls,
      Executor mailbox,
      Alarm alarm) {
    this.station = station;
    this.parts = parts;
    this.words = words;
    this.calls = calls;
    this.paths = memory.paths();
    memory.profiles().with(alarm);
    var book = new ProfileBook(words.profileRules());
    this.bound = new ComposedBound(book, words.profileRules(), this, paths, parts.counters());
    this.profiles = new CsmsProfiles(station, book, memory.profiles(), this::findTraits, this);
    this.resends = new Resends(station, this::listInForce, alarm, mailbox, parts.counters());
    this.watch = new BoundWatch(book, bound, parts.clock(), alarm, mailbox, this::resend);
  }

  CsmsProfiles profiles() {
    return profiles;
  }

  /** Never allows more than the CSMS does. */
  OcppDialect obeyedBy(OcppDialect dialect) {
    return new BoundedDialect(dialect, bound, paths, parts.clock(), parts.counters());
  }

  /**
   * The station is connected.
   *
   * @param kept the profiles that the CSMS had set before
   */
  void begin(StationLink connected, List<KeptProfile> kept) {
    link = Optional.of(connected);
    profiles.restore(kept, words);
    watch.rearm();
  }

  /** What runs at the station may have changed. */
  void follow() {
    profiles.follow(this::findTransaction);
    watch.follow(listBusy());
  }

  void end() {
    watch.end();
    resends.end();
  }

  @Override
  public void boundsChanged() {
    resend();
    watch.rearm();
  }

  private void resend() {
    link.ifPresent(resends::all);
  }

  private List<ChargingIntent> listInForce(StationLink to) {
    Instant now = parts.clock().instant();
    return to.listWanted().stream()
        .filter(intent -> StillInForce.holds(intent, now, to::findTransaction))
        .toList();
  }

  @Override
  public void clearInStation(int profileId) {
    String id = parts.ids().get();
    calls.submit(
        new CallsDown.Call(
            CallsDown.Sender.PROXY,
            id,
            FrameCodec.write(
                new Frame.Call(id, "ClearChargingProfile", words.clearById(profileId))),
            answer -> LOG.debug("{}: profile {} of the CSMS is cleared", station, profileId),
            why -> LOG.warn("{}: profile {} stays: {}", station, profileId, why)));
  }

  @Override
  public int evses() {
    return link.map(it -> it.knowledge().evses()).orElse(1);
  }

  @Override
  public boolean directCurrent() {
    return findTraits().filter(StationTraits::directCurrent).isPresent();
  }

  @Override
  public int maxStackLevel() {
    return findTraits().map(StationTraits::maxStackLevel).orElse(0);
  }

  private Optional<StationTraits> findTraits() {
    return link.map(it -> it.knowledge().traits());
  }

  @Override
  public Set<Integer> listBusy() {
    return IntStream.rangeClosed(1, evses())
        .filter(it -> findTransaction(it).isPresent())
        .boxed()
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Optional<String> findTransaction(int evse) {
    return evse < 1
        ? Optional.empty()
        : link.flatMap(it -> it.findTransaction(new EvseRef(station, evse)));
  }

  @Override
  public Optional<Ceiling> findWanted(int evse, Instant now) {
    return link.flatMap(to ->
        to.listWanted().stream()
            .filter(intent -> StillInForce.holds(intent, now, to::findTransaction))
            .flatMap(intent -> Claims.find(intent, evse).stream())
            .findFirst());
  }

  @Override
  public Optional<ZoneId> zone() {
    return parts.settings().zone();
  }
}
