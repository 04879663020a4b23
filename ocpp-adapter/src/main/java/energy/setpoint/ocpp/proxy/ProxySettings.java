package energy.setpoint.ocpp.proxy;

import energy.setpoint.ocpp.overheard.CsmsRight;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * How the proxy treats all stations.
 *
 * @param rights what the CSMS may do to the stations beyond what is always relayed
 * @param callDeadline how long a call of the CSMS may wait for its turn, and then for the station's
 *     answer, on the wall clock
 * @param maxWaitingCalls how many calls of the CSMS may wait for one station
 * @param firstPause before the first attempt to reach the CSMS again; grows up to {@code
 *     longestPause}
 * @param keep how much is kept for each station while the CSMS is away
 * @param zone of the clocks at the stations, by which a CSMS may mean its schedules (2.1
 *     K01.FR.90); empty when nobody knows it
 */
public record ProxySettings(
    LossPolicy onLoss,
    Set<CsmsRight> rights,
    Duration callDeadline,
    int maxWaitingCalls,
    Duration firstPause,
    Duration longestPause,
    Room keep,
    Optional<ZoneId> zone) {

  /** What a CSMS may do unless the operator says otherwise. */
  public static final Set<CsmsRight> USUAL_RIGHTS =
      Set.of(
          CsmsRight.SetChargingProfile,
          CsmsRight.ClearChargingProfile,
          CsmsRight.Reset,
          CsmsRight.UpdateFirmware);

  public static final ProxySettings DEFAULT =
      new ProxySettings(
          LossPolicy.HOLD,
          USUAL_RIGHTS,
          Duration.ofSeconds(30),
          32,
          Duration.ofSeconds(1),
          Duration.ofMinutes(1),
          new Room(2_000, 1 << 20),
          Optional.empty());

  public ProxySettings {
    rights = Set.copyOf(rights);
    if (!callDeadline.isPositive() || !firstPause.isPositive() || maxWaitingCalls < 1) {
      throw new IllegalArgumentException("Deadlines, pauses and limits must be above 0.");
    }
    if (longestPause.compareTo(firstPause) < 0) {
      throw new IllegalArgumentException("The longest pause must not be below the first one.");
    }
  }

  /**
   * Room for the messages of one station.
   *
   * @param messages at least 1
   * @param characters characters of all messages together, at least 1
   */
  public record Room(int messages, long characters) {
    public Room {
      if (messages < 1 || characters < 1) {
        throw new IllegalArgumentException("There must be room for a message.");
      }
    }
  }

  public ProxySettings withPolicy(LossPolicy value) {
    return new ProxySettings(
        value, rights, callDeadline, maxWaitingCalls, firstPause, longestPause, keep, zone);
  }

  public ProxySettings withRights(Set<CsmsRight> value) {
    return new ProxySettings(
        onLoss, value, callDeadline, maxWaitingCalls, firstPause, longestPause, keep, zone);
  }

  public ProxySettings withPauses(Duration first, Duration longest) {
    return new ProxySettings(
        onLoss, rights, callDeadline, maxWaitingCalls, first, longest, keep, zone);
  }

  public ProxySettings withCalls(Duration deadline, int maxWaiting) {
    return new ProxySettings(
        onLoss, rights, deadline, maxWaiting, firstPause, longestPause, keep, zone);
  }

  public ProxySettings withRoom(Room value) {
    return new ProxySettings(
        onLoss, rights, callDeadline, maxWaitingCalls, firstPause, longestPause, value, zone);
  }

  public ProxySettings withZone(ZoneId value) {
    return new ProxySettings(
        onLoss,
        rights,
        callDeadline,
        maxWaitingCalls,
        firstPause,
        longestPause,
        keep,
        Optional.of(value));
  }
}
