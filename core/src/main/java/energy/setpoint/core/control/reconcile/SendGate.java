package energy.setpoint.core.control.reconcile;

import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.StationId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Bounds the traffic with stations: one message in two seconds to each in the long run, a few more
 * at once, and so many on the way across the site. What protects a fuse always passes; whatever
 * does not pass is decided anew at the next look. Confined to the engine's loop.
 */
public final class SendGate {

  private static final Duration PERIOD = Duration.ofSeconds(2);

  /** At once, beside one message for each EVSE. */
  private static final int BURST = 2;

  /** Messages that wait for their answers. */
  private static final int MOST_ON_THE_WAY = 256;

  /** Of these for stations that failed before, so that a dead feeder does not hold up the rest. */
  private static final int MOST_RETRIES = MOST_ON_THE_WAY / 4;

  private final Map<StationId, Duration> bursts = new HashMap<>();
  private final Map<StationId, Instant> paidUntil = new HashMap<>();
  private int onTheWay;

  public SendGate(Site site) {
    site.stations()
        .forEach(station ->
            bursts.put(station.id(), PERIOD.multipliedBy(station.evses().size() + BURST)));
  }

  /**
   * Takes a place for a message when there is one.
   *
   * @param retry whether the last one failed
   */
  boolean admits(StationId station, boolean retry, Instant now) {
    Instant paid = paidUntil(station, now).plus(PERIOD);
    boolean tooMany = paid.isAfter(now.plus(bursts.getOrDefault(station, PERIOD)));
    if (tooMany || onTheWay >= (retry ? MOST_RETRIES : MOST_ON_THE_WAY)) {
      return false;
    }
    paidUntil.put(station, paid);
    return true;
  }

  /** A message that must pass delays those that need not. */
  void force(StationId station, Instant now) {
    Instant most = now.plus(bursts.getOrDefault(station, PERIOD));
    Instant paid = paidUntil(station, now).plus(PERIOD);
    paidUntil.put(station, paid.isAfter(most) ? most : paid);
  }

  private Instant paidUntil(StationId station, Instant now) {
    Instant paid = paidUntil.getOrDefault(station, now);
    return paid.isAfter(now) ? paid : now;
  }

  void left() {
    onTheWay++;
  }

  void answered() {
    onTheWay--;
  }
}
