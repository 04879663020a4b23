package energy.setpoint.simulation.station.line;

import energy.setpoint.simulation.station.line.Outbox.Keep;
import energy.setpoint.simulation.station.wire.Backoff;
import energy.setpoint.simulation.station.wire.Dialer;
import energy.setpoint.simulation.station.wire.LinkListener;
import energy.setpoint.simulation.station.wire.StationLink;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * A station's way to the engine: connects, boots, reconnects with growing pauses, sends what waits.
 * Everything happens under the station's lock.
 */
public final class Uplink {

  private static final Logger LOG = LoggerFactory.getLogger(Uplink.class);

  private final UplinkOwner owner;
  private final StationSettings settings;
  private final Outbox outbox;
  private Instant now;
  private final Dialer dialer;
  private final Registration registration = new Registration();
  private Optional<Conversation> conversation = Optional.empty();
  private boolean online;
  private Instant offlineSince;

  public Uplink(UplinkOwner owner, StationSettings settings, Instant start) {
    this.owner = owner;
    this.settings = settings;
    this.outbox = new Outbox(settings.maxQueued());
    this.now = start;
    this.offlineSince = start;
    this.dialer =
        new Dialer(
            owner::connect,
            owner::locked,
            new Line(),
            new Backoff(settings.firstRetry(), settings.longestRetry(), start));
  }

  public boolean isOnline() {
    return online;
  }

  /** True once an engine has accepted the station since it was switched on. */
  public boolean hasEverBooted() {
    return registration.hasEverBooted();
  }

  public Duration offlineFor() {
    return online ? Duration.ZERO : Duration.between(offlineSince, now);
  }

  public int queued() {
    return outbox.size();
  }

  /** Sends a message if the station is online, and forgets it otherwise. */
  public void send(Call call, Consumer<Optional<JsonNode>> whenAnswered) {
    if (online) {
      outbox.add(() -> call, Keep.WHILE_ONLINE, whenAnswered);
      pump();
    } else {
      whenAnswered.accept(Optional.empty());
    }
  }

  /** Sends a message of a transaction, now or later. */
  public void deliver(
      TransactionMessage message, Keep keep, Consumer<Optional<JsonNode>> whenAnswered) {
    outbox.add(message, keep, whenAnswered);
    pump();
  }

  public void advance(Instant to) {
    now = to;
    if (conversation.isEmpty()) {
      dialer.dialWhenDue(now);
      return;
    }
    conversation.get().advance(now);
    if (!online && registration.mayBoot(now)) {
      boot();
    }
    if (online && registration.takeHeartbeat(now)) {
      send(new Call("Heartbeat", Json.object()), answer -> {});
    }
    pump();
  }

  /** The network between station and engine breaks, or is mended. */
  public void network(boolean up) {
    dialer.network(up, now);
    if (!up) {
      cut();
    }
  }

  /** The station is switched off or restarts: the connection is gone and it must boot again. */
  public void restart() {
    cut();
    registration.expire();
    dialer.dialAtOnce(now);
  }

  /** Says that it is alive so often from now on. */
  public void heartbeatEvery(Duration interval) {
    registration.heartbeatEvery(interval, now);
  }

  public void close() {
    dialer.network(false, now);
    drop(StationLink::close);
  }

  /** The connection is gone without a word; the station tries again. */
  public void cut() {
    drop(StationLink::cut);
  }

  private void drop(Consumer<StationLink> farewell) {
    conversation.map(Conversation::link).ifPresent(farewell);
    lost("given up by the station");
  }

  private void boot() {
    conversation.filter(c -> !c.isBusy()).ifPresent(c -> c.call(owner.boot(), now, this::booted));
  }

  private void booted(Optional<JsonNode> answer) {
    if (registration.heard(answer, now)) {
      becomeOnline();
    } else {
      LOG.info("Station {} was not accepted: {}", owner.name(), answer);
    }
  }

  private void becomeOnline() {
    online = true;
    dialer.succeeded();
    registration.resume(now);
    owner.online(now);
    pump();
  }

  private void pump() {
    if (!online || conversation.isEmpty() || conversation.get().isBusy()) {
      return;
    }
    Conversation current = conversation.get();
    outbox
        .next()
        .ifPresent(message ->
            current.call(
                message.content().build(),
                now,
                answer -> {
                  outbox.answered(answer);
                  pump();
                }));
  }

  private void opened(StationLink link) {
    conversation = Optional.of(new Conversation(owner.name(), link, owner, settings.callTimeout()));
    if (settings.bootsAfterReconnect()) {
      registration.bootAgain();
    }
    if (registration.mustBoot()) {
      boot();
    } else {
      becomeOnline();
    }
  }

  private void lost(String why) {
    dialer.lost(now);
    if (online) {
      LOG.info("Station {} is offline: {}", owner.name(), why);
      offlineSince = now;
    }
    online = false;
    conversation = Optional.empty();
    outbox.connectionLost();
  }

  /** Hears the newest connection. */
  private final class Line implements LinkListener {

    @Override
    public void opened(StationLink link) {
      Uplink.this.opened(link);
    }

    @Override
    public void received(String text) {
      conversation.ifPresent(c -> c.received(text, now));
    }

    @Override
    public void closed(String why) {
      lost(why);
    }
  }
}
